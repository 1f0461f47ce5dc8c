import { z } from 'zod';
import { createLegStore } from '../../backend/calls/leg-store.ts';
import { callSessionSchema } from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { insertCustomer } from '../backend/customers/customer-fixture.ts';
import { origin } from './api.ts';
import type { ComposedBackend } from './composed-backend.ts';
import { conversationSettings } from './conversation.ts';
import { sign } from './twilio-webhooks.ts';

type Parameters = Readonly<Record<string, string>>;

/** A call by the AI whose carrier is the test: each webhook comes when the test says so, and is answered before the next. */
export interface CarriedCall {
  readonly callId: CallId;
  /** The customer says it into the round of listening that is open. Gives what the AI says to it. */
  say(text: string): Promise<string>;
  /** The same for a round without a word. */
  saySilently(): Promise<string>;
}

/** Somebody who may call everybody, and whose AI knows what for. */
export async function signInCaller({ app, adminHeaders }: ComposedBackend): Promise<Record<string, string>> {
  const headers = { ...(await adminHeaders()), 'content-type': 'application/json', origin };
  const body = JSON.stringify(conversationSettings);
  const response = await app.request('/api/agents/conversation', { method: 'PUT', headers, body });
  if (!response.ok) throw new Error(`the settings were answered with ${response.status}`);
  return headers;
}

/** The customer has answered, and the AI has said why it calls. */
export async function carryCall(
  backend: ComposedBackend,
  caller: Record<string, string>,
): Promise<CarriedCall> {
  const { app, database, clock } = backend;
  const legs = createLegStore(database);
  const body = JSON.stringify({ customerId: insertCustomer(database) });
  const started = await app.request('/api/calls/start', { method: 'POST', headers: caller, body });
  const { id: callId } = callSessionSchema.parse(await started.json());
  let action = '';

  async function send(address: string, parameters: Parameters): Promise<string> {
    const form = { AccountSid: simulatedAccount.accountSid, ...parameters };
    const response = await app.request(address, {
      method: 'POST',
      headers: { 'x-twilio-signature': sign(address, form, simulatedAccount.authToken) },
      body: new URLSearchParams(form),
    });
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
    return response.text();
  }

  function legOf(kind: 'customer' | 'ai') {
    const leg = legs.ofCall(callId).find((one) => one.kind === kind);
    if (leg === undefined) throw new Error(`the call has no ${kind}`);
    return leg;
  }

  async function listen(address: string, parameters: Parameters): Promise<string> {
    const twiml = await send(address, { CallSid: `CA ${callId} ai`, ...parameters });
    action = nextAddress(twiml);
    return spokenIn(twiml);
  }

  const url = `${origin}/webhooks/twilio`;
  async function join(kind: 'customer' | 'ai', SequenceNumber: string): Promise<void> {
    await send(`${url}/conference?callId=${callId}`, {
      StatusCallbackEvent: 'participant-join',
      ConferenceSid: `CF ${callId}`,
      CallSid: `CA ${callId} ${kind}`,
      ParticipantLabel: legOf(kind).label,
      SequenceNumber,
      Muted: 'false',
      Hold: 'false',
    });
  }

  await join('customer', '1');
  await join('ai', '2');
  await listen(`${url}/ai?callId=${callId}&legId=${legOf('ai').id}`, {});
  clock.pass(3);
  await listen(action, {});
  return {
    callId,
    say: (SpeechResult) => listen(action, { SpeechResult, Confidence: '0.9' }),
    saySilently: () => listen(action, {}),
  };
}

const addressSchema = z.string().transform((address) => address.replaceAll('&amp;', '&').split('#')[0] ?? '');

/** Where Twilio reports next; empty when the AI leaves. */
function nextAddress(twiml: string): string {
  const found = /action="([^"]+)"|<Redirect[^>]*>([^<]+)</.exec(twiml);
  return addressSchema.parse(found?.[1] ?? found?.[2] ?? '');
}

/** Without the marks of how it is pronounced. */
function spokenIn(twiml: string): string {
  const said = [...twiml.matchAll(/<Say[^>]*>(.*?)<\/Say>/gs)].map(([, words = '']) => words);
  return said.join('').replaceAll(/<[^>]+>/g, '');
}
