import type { Carrier } from '../carrier.ts';
import type { Endpoint, EndpointEvents, IncomingCall } from '../endpoint.ts';
import { createCarrierVoice } from '../exchange/carrier-voice.ts';
import { callParameters } from '../webhooks/call-parameters.ts';
import type { WebhookMethod } from '../webhooks/webhook-sender.ts';
import type { Line, LineListener } from './line.ts';
import { type ProgramStart, runProgram } from './program.ts';

/** The voice configuration of a TwiML application. */
export interface Application {
  readonly voiceUrl: string;
  readonly voiceMethod: WebhookMethod;
  /** Asked instead of a document that could not be had; empty where there is none. */
  readonly voiceFallbackUrl: string;
  readonly voiceFallbackMethod: WebhookMethod;
}

/** A TwiML application that is called: it answers at once, and its documents are what it says and hears. */
export function createApplicationEndpoint(application: Application, carrier: Carrier): Endpoint {
  return {
    ring: (call, events) => {
      const over = new AbortController();
      const listeners = new Set<LineListener>();
      const isDeaf = carrier.faults.strike('application', call.callSid) === 'gather-deaf';
      const voice = createCarrierVoice(carrier.clock);
      const line = createApplicationLine({ events, listeners, voice });
      queueMicrotask(() => {
        events.ringing();
        events.answered(voice.audio);
        void run({ call, line, application, signal: over.signal }, carrier).then(events.hungUp);
      });
      const tell = (act: (listener: LineListener) => void): void => {
        for (const listener of [...listeners]) act(listener);
      };
      return {
        end: () => over.abort(),
        heard: (utterance) => {
          if (!isDeaf) tell((listener) => listener.heard(utterance));
        },
        heardBreakOff: () => {
          if (!isDeaf) tell((listener) => listener.heardBreakOff());
        },
        heardKey: (digit) => tell((listener) => listener.heardKey(digit)),
      };
    },
  };
}

interface ApplicationRun {
  readonly call: IncomingCall;
  readonly line: Line;
  readonly application: Application;
  readonly signal: AbortSignal;
}

async function run({ call, line, application, signal }: ApplicationRun, carrier: Carrier): Promise<void> {
  const identity = {
    sid: call.callSid,
    accountSid: call.accountSid,
    from: call.from,
    to: call.to,
    direction: 'outbound-api',
  } as const;
  const parameters = {
    ...callParameters(identity, { type: 'in-progress', answeredAt: carrier.clock.now() }),
    ApplicationSid: call.to.replace(/^app:/, ''),
    ...call.parameters,
  };
  try {
    await runProgram({
      ...carrier,
      start: startOf(application),
      line,
      callSid: call.callSid,
      parameters: () => parameters,
      onError: (code) => carrier.report(code, call.callSid),
      signal,
    });
  } catch (error) {
    if (!signal.aborted) carrier.log.error({ error }, 'a simulated application broke');
  }
}

/** (twilio.com/docs/usage/api/applications#voicefallbackurl) */
function startOf(application: Application): ProgramStart {
  const { voiceUrl: url, voiceMethod: method, voiceFallbackUrl, voiceFallbackMethod } = application;
  const fallback = voiceFallbackUrl === '' ? null : { url: voiceFallbackUrl, method: voiceFallbackMethod };
  return { type: 'url', url, method, fallback };
}

interface ApplicationLine {
  readonly events: EndpointEvents;
  readonly listeners: Set<LineListener>;
  readonly voice: ReturnType<typeof createCarrierVoice>;
}

function createApplicationLine({ events, listeners, voice }: ApplicationLine): Line {
  return {
    speak: (sound) => {
      voice.begin(sound);
      if (sound.type === 'speech') events.said(sound.utterance);
      else events.played(sound.recording);
    },
    breakOff: () => {
      voice.breakOff();
      events.brokeOff();
    },
    pressKey: (digit) => events.pressed(digit),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // Not documented for an application that already is in a conference: passed over.
    visitConference: () => Promise.resolve(),
    // Nor is this of any use there.
    record: () => Promise.resolve({ frames: null, digits: '' }),
    startTranscription: () => {},
    stopTranscription: () => {},
  };
}
