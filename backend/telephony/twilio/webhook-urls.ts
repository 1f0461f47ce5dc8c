import type { CallId, LegId } from '../../contract/ids.ts';
import type { BeginTestCall } from '../../contract/test-calls.ts';
import type { TranscribedSpeech } from '../carrier-events.ts';

/** Why the customer's leg asks with whom it is, where the AI is on it: it was answered, moved, or has heard an announcement. */
export type CustomerAsk =
  | { readonly type: 'start' | 'back' }
  /** The AI's leg that comes to it, or has left it. */
  | { readonly type: 'ai-comes' | 'ai-left'; readonly legId: LegId }
  | { readonly type: 'told'; readonly text: string };

interface LegAddress {
  readonly callId: CallId;
  readonly legId: LegId;
}

/** Where Twilio finds us. What an event belongs to rides in its address. */
export interface WebhookUrls {
  /** Voice URL of the TwiML application: the AI's leg begins. */
  aiStarted(): string;
  /** Voice URL of our number: somebody calls it. */
  incoming(): string;
  /** Status callback of our number: the call that came to it is over. */
  incomingEnded(): string;
  /** Voice URL of the customer's leg, where the AI is on it. */
  customer(callId: CallId, ask: CustomerAsk): string;
  gather(leg: LegAddress, round: number): string;
  finished(leg: LegAddress, round: number): string;
  partial(leg: LegAddress, round: number): string;
  /** The WebSocket of a ConversationRelay. */
  relay(leg: LegAddress): string;
  relayEnded(leg: LegAddress): string;
  callStatus(leg: LegAddress): string;
  /** What an agent's own telephone asks when it is answered, and when a key was pressed. */
  telephone(leg: LegAddress): string;
  telephoneKey(leg: LegAddress): string;
  machineDetection(leg: LegAddress): string;
  conference(callId: CallId): string;
  recording(callId: CallId): string;
  transcription(callId: CallId, tracks: TranscribedSpeech['tracks']): string;
  hold(language?: string): string;
  announcement(text: string): string;
  holdAudio(seconds: number): string;
  /** Of a sound file that says a text. */
  templateAudio(file: string): string;
  echo(testCallId: string, language: BeginTestCall['language']): string;
  echoPlayed(testCallId: string, language: BeginTestCall['language']): string;
  echoEnded(testCallId: string): string;
  /** Of a probe by `twilio:doctor`: whether it may ask for a leg, what its `<Gather>` heard, and what is known of that. */
  probeTurn(probe: string): string;
  probeHeard(probe: string): string;
  probeResult(probe: string): string;
}

/**
 * Connection overrides: fail over within 5 s instead of 15, three more attempts whatever went wrong, from the edge nearest to Japan.
 * The fragment is no part of the signature. (twilio.com/docs/usage/webhooks/webhooks-connection-overrides)
 */
const repeated = '#ct=2000&rt=5000&rc=3&rp=all&e=tokyo';

/** A guess that comes late is worth nothing. */
const unrepeated = '#ct=2000&rt=5000&rc=0&e=tokyo';

/** `publicUrl` has no slash at its end. */
export function createWebhookUrls(publicUrl: string): WebhookUrls {
  const base = `${publicUrl}/webhooks/twilio`;
  return {
    aiStarted: () => `${base}/ai${repeated}`,
    incoming: () => `${base}/incoming${repeated}`,
    incomingEnded: () => `${base}/incoming-ended${repeated}`,
    customer: (callId, ask) => `${base}/customer?${customerQuery(callId, ask)}${repeated}`,
    gather: (leg, round) => `${base}/gather?${legQuery(leg)}&round=${round}${repeated}`,
    finished: (leg, round) => `${base}/finished?${legQuery(leg)}&round=${round}${repeated}`,
    partial: (leg, round) => `${base}/partial?${legQuery(leg)}&round=${round}${unrepeated}`,
    relay: (leg) => `${webSocketUrl(base)}/relay?${legQuery(leg)}`,
    relayEnded: (leg) => `${base}/relay-ended?${legQuery(leg)}${repeated}`,
    telephone: (leg) => `${base}/telephone?${legQuery(leg)}${repeated}`,
    telephoneKey: (leg) => `${base}/telephone/key?${legQuery(leg)}${repeated}`,
    callStatus: (leg) => `${base}/call-status?${legQuery(leg)}${repeated}`,
    machineDetection: (leg) => `${base}/amd?${legQuery(leg)}${repeated}`,
    conference: (callId) => `${base}/conference?callId=${callId}${repeated}`,
    recording: (callId) => `${base}/recording?callId=${callId}${repeated}`,
    transcription: (callId, tracks) => `${base}/transcription?callId=${callId}&tracks=${tracks}${repeated}`,
    hold: (language) => `${base}/hold${language === undefined ? '' : `?language=${language}`}${repeated}`,
    announcement: (text) => `${base}/announce?text=${encodeURIComponent(text)}${repeated}`,
    holdAudio: (seconds) => `${publicUrl}/audio/hold.wav?seconds=${seconds}`,
    templateAudio: (file) => `${publicUrl}/audio/templates/${file}`,
    echo: (test, language) => `${base}/echo?testCallId=${test}&language=${language}${repeated}`,
    echoPlayed: (test, language) => `${base}/echo/played?testCallId=${test}&language=${language}${repeated}`,
    echoEnded: (test) => `${base}/echo/ended?testCallId=${test}${repeated}`,
    probeTurn: (probe) => `${base}/probe/turn?probe=${probe}${repeated}`,
    probeHeard: (probe) => `${base}/probe/heard?probe=${probe}${repeated}`,
    probeResult: (probe) => `${base}/probe/result?probe=${probe}${repeated}`,
  };
}

/** An address on another host, to be fetched with the same patience. */
export function withOverrides(url: string): string {
  return `${url}${repeated}`;
}

/** The same place for WebSockets. */
export function webSocketUrl(url: string): string {
  return url.replace(/^http/, 'ws');
}

function customerQuery(callId: CallId, { type: asked, ...about }: CustomerAsk): URLSearchParams {
  return new URLSearchParams({ callId, asked, ...about });
}

function legQuery({ callId, legId }: LegAddress): string {
  return `callId=${callId}&legId=${legId}`;
}
