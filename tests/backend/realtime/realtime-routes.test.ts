import { once } from 'node:events';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Connections, createConnections } from '../../../backend/agents/connections.ts';
import { createTicketStore } from '../../../backend/auth/ticket-store.ts';
import { agentIdSchema, clientIdSchema } from '../../../backend/contract/ids.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { type Listening, listen } from '../../../backend/http/listen.ts';
import { createEventLogStore } from '../../../backend/journal/event-log-store.ts';
import { createEventHub } from '../../../backend/realtime/event-hub.ts';
import { createOpenConsoles } from '../../../backend/realtime/open-consoles.ts';
import { realtimeRoutes } from '../../../backend/realtime/realtime-routes.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { type KeptLog, keptLog } from '../../support/kept-log.ts';
import { eventually } from '../../support/patience.ts';

const suzuki = agentIdSchema.parse('suzuki');
const clientId = clientIdSchema.parse('11111111-1111-4111-8111-111111111111');
const clock = fixedClock();

let database: Database;
let connections: Connections;
let kept: KeptLog;
let listening: Listening;

beforeEach(async () => {
  database = openDatabase(':memory:');
  connections = createConnections(0);
  kept = keptLog();
  const routes = realtimeRoutes({
    sessions: {
      callerOf: async () => ({
        sessionId: 'session',
        id: suzuki,
        name: 'suzuki',
        email: 'suzuki@example.com',
        role: 'agent',
      }),
    },
    tickets: createTicketStore(database, clock),
    viewerOf: () => ({ id: suzuki, role: 'agent' }),
    allowedOrigins: ['http://localhost'],
    hub: createEventHub(database, createEventLogStore(database, clock), () => undefined),
    connections,
    consoles: createOpenConsoles(() => null),
    snapshot: () => {
      throw new Error('a defect');
    },
    clock,
    log: kept.log,
  });
  listening = await listen(new Hono().route('/api', routes), { port: 0, host: '127.0.0.1' });
});

afterEach(async () => {
  await listening[Symbol.asyncDispose]();
  connections[Symbol.dispose]();
  database[Symbol.dispose]();
});

describe('a console that cannot be told how things stand', () => {
  it('is sent away to try again, and does not count as connected', async () => {
    const url = `ws://127.0.0.1:${listening.port}/api/realtime?clientId=${clientId}`;
    const socket = new WebSocket(url, { headers: { origin: 'http://localhost' } });

    const [code] = await once(socket, 'close');

    expect(code).toBe(1011);
    await eventually(() => expect(connections.knows(suzuki)).toBe(false));
    expect(kept.lines.map(({ msg }) => msg)).toEqual(['a WebSocket failed']);
  });
});
