import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';
import { WebSocket } from 'ws';
import type { Sessions } from '../auth/caller.ts';
import type { Tickets } from '../auth/ticket-store.ts';
import type { Viewer } from '../auth/visibility.ts';
import { clientFrameSchema, realtimeQuerySchema, type ServerFrame } from '../contract/events.ts';
import type { AgentId, ClientId } from '../contract/ids.ts';
import { isTrusted } from '../http/origin-check.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import type { EventHub, Subscriber } from './event-hub.ts';
import { keepAlive } from './keep-alive.ts';
import type { OpenConsoles } from './open-consoles.ts';

type Snapshot = Omit<Extract<ServerFrame, { readonly type: 'snapshot' }>, 'type' | 'sequence'>;

export interface RealtimeRoutesOptions {
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly viewerOf: (sessionId: string) => Viewer | null;
  readonly allowedOrigins: readonly string[];
  readonly hub: EventHub;
  readonly connections: {
    connected(agentId: AgentId, clientId: ClientId): void;
    disconnected(agentId: AgentId, clientId: ClientId): void;
    softphone(agentId: AgentId, clientId: ClientId, registered: boolean): void;
    signedOut(agentId: AgentId, clientId: ClientId): void;
  };
  readonly consoles: OpenConsoles;
  readonly snapshot: (viewer: Viewer) => Snapshot;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * `GET /realtime`, a WebSocket: events with their numbers, and what a console tells of its softphone. Opened by a session cookie from one
 * of our pages, or by a ticket.
 */
export function realtimeRoutes(options: RealtimeRoutesOptions): Hono {
  return new Hono().get(
    '/realtime',
    upgradeWebSocket(
      async (c) => {
        const query = realtimeQuerySchema.strict().safeParse(c.req.query());
        if (!query.success)
          throw new Refusal(
            'invalid-input',
            'clientId, after or ticket is wrong, or there is another parameter.',
          );
        const { after, clientId, ticket } = query.data;
        const sessionId = await identify(options, c.req.raw.headers, ticket);
        const viewer = sessionId === null ? null : options.viewerOf(sessionId);
        if (sessionId === null || viewer === null) throw new Refusal('not-signed-in', 'Sign in first.');
        return converse(options, { sessionId, viewer, clientId, after });
      },
      { onError: (error) => options.log.error({ error }, 'a WebSocket failed') },
    ),
  );
}

/** The session that opens the connection. */
async function identify(
  { sessions, tickets, allowedOrigins }: RealtimeRoutesOptions,
  headers: Headers,
  ticket: string | undefined,
): Promise<string | null> {
  if (ticket !== undefined) return tickets.redeem(ticket);
  if (!isTrusted(headers, allowedOrigins)) return null;
  const caller = await sessions.callerOf(headers);
  return caller?.sessionId ?? null;
}

interface Console {
  readonly sessionId: string;
  readonly viewer: Viewer;
  readonly clientId: ClientId;
  readonly after: number | undefined;
}

/** What we close a connection with when its session is over; 4000 to 4999 are for applications (RFC 6455, 7.4.2). */
const sessionOver = 4_401;
/** RFC 6455, 7.4.1: an unexpected condition of the server. */
const failed = 1011;

function converse(options: RealtimeRoutesOptions, { sessionId, viewer, clientId, after }: Console) {
  const { hub, connections, consoles, clock, log } = options;
  let leave = (): void => {};

  function open(socket: WSContext): void {
    const subscriber: Subscriber = { viewer, send: (frame) => socket.send(frame) };
    const send = (frame: ServerFrame): void => subscriber.send(JSON.stringify(frame));
    connections.connected(viewer.id, clientId);
    leave = () => {
      hub.unsubscribe(subscriber);
      connections.disconnected(viewer.id, clientId);
    };
    if (after === undefined || !hub.subscribe(subscriber, after)) {
      send({ type: 'snapshot', sequence: hub.newest(), ...options.snapshot(viewer) });
      hub.subscribe(subscriber, hub.newest());
    }
    send({ type: 'ready', sequence: hub.newest(), serverTime: clock.now().toISOString() });
    const forget = consoles.add({ sessionId, viewer, end: () => end(socket) });
    const pinging = socket.raw instanceof WebSocket ? keepAlive(socket.raw) : null;
    const depart = leave;
    leave = () => {
      pinging?.[Symbol.dispose]();
      forget();
      depart();
    };
  }

  /** A console that could not be told how things stand tries again. */
  function welcome(socket: WSContext): void {
    try {
      open(socket);
    } catch (error) {
      socket.close(failed, 'try again');
      throw error;
    }
  }

  /** It comes back only after another sign-in, so nobody waits for it. */
  function end(socket: WSContext): void {
    connections.signedOut(viewer.id, clientId);
    socket.close(sessionOver, 'session over');
  }

  function receive(data: unknown, socket: WSContext): void {
    const frame = clientFrameSchema.safeParse(parseJson(data));
    if (!frame.success || frame.data.clientId !== clientId) {
      log.warn('a console sent a frame that is not ours');
      socket.close(1008, 'invalid frame');
      return;
    }
    connections.softphone(viewer.id, clientId, frame.data.registered);
  }

  return {
    onOpen: (_event: Event, socket: WSContext) => welcome(socket),
    onMessage: (event: MessageEvent, socket: WSContext) => receive(event.data, socket),
    onClose: () => leave(),
  };
}

function parseJson(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
