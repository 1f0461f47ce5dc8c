import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';
import { WebSocket } from 'ws';
import type { Sessions } from '../auth/caller.ts';
import type { Tickets } from '../auth/ticket-store.ts';
import type { Viewer } from '../auth/visibility.ts';
import { clientFrameSchema, realtimeQuerySchema, type ServerFrame } from '../contract/events.ts';
import type { AgentId, ClientId } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';
import { isTrusted } from '../http/origin-check.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import type { EventHub, Subscriber } from './event-hub.ts';
import { keepAlive } from './keep-alive.ts';

type Snapshot = Omit<Extract<ServerFrame, { readonly type: 'snapshot' }>, 'type' | 'sequence'>;

export interface RealtimeRoutesOptions {
  readonly sessions: Sessions;
  readonly tickets: Tickets;
  readonly roleOf: (agentId: AgentId) => Role | null;
  readonly allowedOrigins: readonly string[];
  readonly hub: EventHub;
  readonly connections: {
    connected(agentId: AgentId, clientId: ClientId): void;
    disconnected(agentId: AgentId, clientId: ClientId): void;
    softphone(agentId: AgentId, clientId: ClientId, registered: boolean): void;
  };
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
        const query = realtimeQuerySchema.safeParse(c.req.query());
        if (!query.success) throw new Refusal('invalid-input', 'clientId, after or ticket is wrong.');
        const { after, clientId, ticket } = query.data;
        const viewer = await identify(options, c.req.raw.headers, ticket);
        if (viewer === null) throw new Refusal('not-signed-in', 'Sign in first.');
        return converse(options, { viewer, clientId, after });
      },
      { onError: (error) => options.log.error({ error }, 'a WebSocket failed') },
    ),
  );
}

async function identify(
  { sessions, tickets, roleOf, allowedOrigins }: RealtimeRoutesOptions,
  headers: Headers,
  ticket: string | undefined,
): Promise<Viewer | null> {
  if (ticket === undefined) return isTrusted(headers, allowedOrigins) ? sessions.callerOf(headers) : null;
  const id = tickets.redeem(ticket);
  const role = id === null ? null : roleOf(id);
  return id === null || role === null ? null : { id, role };
}

interface Console {
  readonly viewer: Viewer;
  readonly clientId: ClientId;
  readonly after: number | undefined;
}

function converse(options: RealtimeRoutesOptions, { viewer, clientId, after }: Console) {
  const { hub, connections, clock, log } = options;
  let leave = (): void => {};

  function open(socket: WSContext): void {
    const subscriber: Subscriber = { viewer, send: (frame) => socket.send(frame) };
    const send = (frame: ServerFrame): void => subscriber.send(JSON.stringify(frame));
    connections.connected(viewer.id, clientId);
    if (after === undefined || !hub.subscribe(subscriber, after)) {
      send({ type: 'snapshot', sequence: hub.newest(), ...options.snapshot(viewer) });
      hub.subscribe(subscriber, hub.newest());
    }
    send({ type: 'ready', sequence: hub.newest(), serverTime: clock.now().toISOString() });
    const pinging = socket.raw instanceof WebSocket ? keepAlive(socket.raw) : null;
    leave = () => {
      pinging?.[Symbol.dispose]();
      hub.unsubscribe(subscriber);
      connections.disconnected(viewer.id, clientId);
    };
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
    onOpen: (_event: Event, socket: WSContext) => open(socket),
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
