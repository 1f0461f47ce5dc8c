import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import type { z } from 'zod';
import {
  type CallRecord,
  callRecordSchema,
  callSessionSchema,
  type StartCall,
} from '../../backend/contract/calls.ts';
import { errorBodySchema } from '../../backend/contract/errors.ts';
import { type RealtimeEvent, serverFrameSchema } from '../../backend/contract/events.ts';
import { handoffSchema } from '../../backend/contract/handoffs.ts';
import { type CallId, type ClientId, clientIdSchema, type OfferId } from '../../backend/contract/ids.ts';
import { sessionSchema } from '../../backend/contract/session.ts';

/** An agent's console without a screen: HTTP with a session cookie, the WebSocket, and a softphone that says it is registered. */
export interface ConsoleClient extends AsyncDisposable {
  readonly clientId: ClientId;
  readonly agentId: string;
  readonly events: readonly RealtimeEvent[];
  /** The highest event number seen. */
  sequence(): number;
  request(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** PUTs a file. */
  upload(path: string, file: Uint8Array<ArrayBuffer>): Promise<Response>;
  /** Throws with the error's code when the answer is a refusal. */
  ask<Schema extends z.ZodType>(
    schema: Schema,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<z.infer<Schema>>;
  start(call: StartCall): Promise<CallId>;
  record(callId: CallId): Promise<CallRecord>;
  accept(offerId: OfferId): Promise<void>;
  press(callId: CallId): Promise<void>;
  connect(options?: { readonly after?: number; readonly softphone?: boolean }): Promise<void>;
  /** As a page does whose softphone has registered, or is not there yet. */
  reportSoftphone(registered: boolean): void;
  disconnect(): void;
  /** As a machine that sleeps: the connection is there, and nobody answers. */
  fallAsleep(): void;
  /** With what the server closed the last connection; null while it is open. */
  closedWith(): number | null;
}

interface SignIn {
  readonly email: string;
  readonly password: string;
}

export async function openConsole(baseUrl: string, signIn: SignIn): Promise<ConsoleClient> {
  const clientId = clientIdSchema.parse(randomUUID());
  const events: RealtimeEvent[] = [];
  const origin = new URL(baseUrl).origin;
  const cookie = await signedIn(baseUrl, signIn);
  let highest = 0;
  let socket: WebSocket | undefined;
  let closedWith: number | null = null;

  function request(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(`${baseUrl}${path}`, {
      method,
      headers: { cookie, origin, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async function ask<Schema extends z.ZodType>(schema: Schema, method: string, path: string, body?: unknown) {
    const response = await request(method, path, body);
    if (!response.ok) throw new Error(errorBodySchema.parse(await response.json()).error.code);
    return schema.parse(response.status === 204 ? null : await response.json());
  }

  function receive(data: string): void {
    const frame = serverFrameSchema.parse(JSON.parse(data));
    if (frame.type === 'event') events.push(frame.event);
    if ('sequence' in frame) highest = Math.max(highest, frame.sequence);
  }

  function reportSoftphone(registered: boolean): void {
    socket?.send(JSON.stringify({ type: 'softphone', clientId, registered }));
  }

  function connect({ after, softphone = true }: { after?: number; softphone?: boolean } = {}): Promise<void> {
    const query = new URLSearchParams({ clientId, ...(after === undefined ? {} : { after: String(after) }) });
    const opened = new WebSocket(`${baseUrl.replace('http', 'ws')}/api/realtime?${query}`, {
      headers: { cookie, origin },
    });
    socket = opened;
    closedWith = null;
    opened.once('close', (code) => {
      closedWith = code;
    });
    return new Promise((resolve, reject) => {
      opened.once('error', reject);
      opened.on('message', (data) => {
        receive(String(data));
        if (!String(data).includes('"ready"')) return;
        if (softphone) reportSoftphone(true);
        resolve();
      });
    });
  }

  const { user } = await ask(sessionSchema, 'GET', '/api/session');
  return {
    clientId,
    agentId: user.id,
    events,
    sequence: () => highest,
    request,
    upload: (path, body) => fetch(`${baseUrl}${path}`, { method: 'PUT', headers: { cookie, origin }, body }),
    ask,
    connect,
    reportSoftphone,
    closedWith: () => closedWith,
    start: async (call) => (await ask(callSessionSchema, 'POST', '/api/calls/start', call)).id,
    record: (callId) => ask(callRecordSchema, 'GET', `/api/calls/${callId}`),
    async accept(offerId) {
      await ask(handoffSchema, 'POST', `/api/offers/${offerId}/accept`, { clientId });
    },
    async press(callId) {
      await ask(handoffSchema, 'POST', `/api/calls/${callId}/handoff`, { clientId });
    },
    disconnect: () => socket?.terminate(),
    fallAsleep: () => socket?.pause(),
    async [Symbol.asyncDispose]() {
      socket?.terminate();
    },
  };
}

async function signedIn(baseUrl: string, signIn: SignIn): Promise<string> {
  const response = await fetch(`${baseUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(baseUrl).origin },
    body: JSON.stringify(signIn),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
