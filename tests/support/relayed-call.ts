import { WebSocket } from 'ws';
import { z } from 'zod';
import { createLegStore } from '../../backend/calls/leg-store.ts';
import { callSessionSchema } from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { listen } from '../../backend/http/listen.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { insertCustomer } from '../backend/customers/customer-fixture.ts';
import { origin } from './api.ts';
import { signInCaller } from './carried-call.ts';
import { type ComposedBackend, composedBackend } from './composed-backend.ts';
import { eventually } from './patience.ts';
import { sign } from './twilio-webhooks.ts';

const commandSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), token: z.string(), interruptible: z.boolean() }),
  z.object({ type: z.literal('end'), handoffData: z.string() }),
]);
type Command = z.infer<typeof commandSchema>;

/** A call by the AI over a ConversationRelay whose carrier is the test, up to its WebSocket. */
export interface RelayedCall extends AsyncDisposable {
  readonly backend: ComposedBackend;
  readonly callId: CallId;
  /** Everything that came over the WebSocket. */
  readonly commands: readonly Command[];
  send(frame: object): void;
  /** What the AI says to it. */
  say(text: string): Promise<string>;
  /** The AI has said it to its end. */
  finish(): void;
  /** Breaks the connection. */
  drop(): void;
  /** Opens another one; the status with which it was refused, or 101. */
  connect(signature?: string): Promise<number>;
  /** The `action` of `<Connect>`, or of what it answered: gives the document. */
  act(parameters: Readonly<Record<string, string>>): Promise<string>;
}

export async function relayCall(): Promise<RelayedCall> {
  const backend = composedBackend({ SPEECH_TRANSPORT: 'relay' });
  const listening = await listen(backend.app, { port: 0, host: '127.0.0.1' });
  const callId = await startCall(backend);
  const ai = await joinConference(backend, callId);
  const commands: Command[] = [];
  let socket: WebSocket | null = null;
  let action = '';

  async function post(address: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    const twiml = await sendWebhook(backend, address, { CallSid: ai.callSid, ...parameters });
    const [, next = ''] = /action="([^"#]+)/.exec(twiml) ?? [];
    action = next.replaceAll('&amp;', '&');
    return twiml;
  }

  const twiml = await post(`${origin}/webhooks/twilio/ai?${ai.query}`, {});
  const [, escaped = ''] = /<ConversationRelay url="([^"]+)"/.exec(twiml) ?? [];
  const url = escaped.replaceAll('&amp;', '&');

  function connect(signature = sign(url, {}, simulatedAccount.authToken)): Promise<number> {
    const opened = new WebSocket(url.replace(/:\d+/, `:${listening.port}`), {
      headers: { 'x-twilio-signature': signature },
    });
    opened.on('message', (data) => commands.push(commandSchema.parse(JSON.parse(String(data)))));
    return new Promise((resolve, reject) => {
      opened.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
      opened.once('error', reject);
      opened.once('open', () => {
        socket = opened;
        resolve(101);
      });
    });
  }

  function send(frame: object): void {
    socket?.send(JSON.stringify(frame));
  }

  await connect();
  send({ type: 'setup', sessionId: 'VX1', callSid: ai.callSid, customParameters: {} });
  return {
    backend,
    callId,
    commands,
    send,
    connect,
    async say(voicePrompt) {
      const before = commands.length;
      send({ type: 'prompt', voicePrompt, lang: 'ja-JP', last: true });
      return eventually(() => {
        const answer = commands.slice(before).find(({ type }) => type === 'text');
        if (answer?.type !== 'text') throw new Error('no answer yet');
        return answer.token;
      });
    },
    finish() {
      for (const value of ['on', 'off']) send({ type: 'info', name: 'agentSpeaking', value });
    },
    drop: () => socket?.terminate(),
    act: (parameters) => post(action, parameters),
    async [Symbol.asyncDispose]() {
      socket?.terminate();
      await backend[Symbol.asyncDispose]();
      await listening[Symbol.asyncDispose]();
    },
  };
}

async function startCall(backend: ComposedBackend): Promise<CallId> {
  const headers = await signInCaller(backend);
  const body = JSON.stringify({ customerId: insertCustomer(backend.database) });
  const started = await backend.app.request('/api/calls/start', { method: 'POST', headers, body });
  return callSessionSchema.parse(await started.json()).id;
}

/** The customer, and then the AI, whose leg is asked for meanwhile. */
async function joinConference(backend: ComposedBackend, callId: CallId) {
  await join(backend, callId, 'customer');
  const { id, callSid } = await join(backend, callId, 'ai');
  return { callSid, query: `callId=${callId}&legId=${id}` };
}

async function join(backend: ComposedBackend, callId: CallId, kind: 'customer' | 'ai') {
  const leg = createLegStore(backend.database)
    .ofCall(callId)
    .find((one) => one.kind === kind);
  if (leg === undefined) throw new Error(`the call has no ${kind}`);
  const callSid = `CA ${callId} ${kind}`;
  await sendWebhook(backend, `${origin}/webhooks/twilio/conference?callId=${callId}`, {
    StatusCallbackEvent: 'participant-join',
    ConferenceSid: `CF ${callId}`,
    CallSid: callSid,
    ParticipantLabel: leg.label,
    SequenceNumber: kind === 'customer' ? '1' : '2',
    Muted: 'false',
    Hold: 'false',
  });
  return { id: leg.id, callSid };
}

async function sendWebhook(
  { app }: ComposedBackend,
  address: string,
  parameters: Readonly<Record<string, string>>,
): Promise<string> {
  const form = { AccountSid: simulatedAccount.accountSid, ...parameters };
  const response = await app.request(address, {
    method: 'POST',
    headers: { 'x-twilio-signature': sign(address, form, simulatedAccount.authToken) },
    body: new URLSearchParams(form),
  });
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return response.text();
}
