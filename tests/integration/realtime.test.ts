import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { agentIdSchema } from '../../backend/contract/ids.ts';
import { realtimeTicketSchema } from '../../backend/contract/session.ts';
import { customers } from '../../backend/db/schema/customers.ts';
import { untilOver } from '../support/call-waits.ts';
import { eventually } from '../support/patience.ts';
import { type System, startSystem } from '../support/system.ts';

describe('the realtime connection', () => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem();
  });

  afterEach(() => system[Symbol.asyncDispose]());

  async function callToItsEnd() {
    const callId = await system.suzuki.start({ customerId: await system.customerOf('absent') });
    return untilOver(system.suzuki, callId);
  }

  /** How the server answers the handshake: `open`, or the status it refuses with. */
  function knock(query: Record<string, string>, headers: Record<string, string> = {}): Promise<string> {
    const address = `${system.url.replace('http', 'ws')}/api/realtime?${new URLSearchParams({ clientId: randomUUID(), ...query })}`;
    const socket = new WebSocket(address, { headers });
    return new Promise((resolve) => {
      socket.once('open', () => {
        socket.terminate();
        resolve('open');
      });
      socket.once('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
      socket.once('error', () => undefined);
    });
  }

  it('brings every turn of a call in the order in which it was said', async () => {
    const { turns } = await callToItsEnd();

    await eventually(() => {
      const seen = system.suzuki.events.flatMap((event) =>
        event.type === 'transcript-update' ? [event.turn] : [],
      );
      expect(seen).toEqual(turns);
    });
  });

  it('misses nothing and repeats nothing when it was down for a while', async () => {
    const before = system.suzuki.sequence();
    const seenBefore = system.suzuki.events.length;
    system.suzuki.disconnect();
    const { call, turns } = await callToItsEnd();

    await system.suzuki.connect({ after: before });

    await eventually(() => {
      const missed = system.suzuki.events.slice(seenBefore);
      expect(missed.filter(({ type }) => type === 'call-ended')).toMatchObject([{ call: { id: call.id } }]);
      expect(
        missed.flatMap((event) => (event.type === 'transcript-update' ? [event.turn.number] : [])),
      ).toEqual(turns.map(({ number }) => number));
    });
  });

  it('tells an agent nothing of a call to a customer of another agent', async () => {
    const ownerId = agentIdSchema.parse(system.suzuki.agentId);
    system.database.query.update(customers).set({ ownerId }).run();
    await system.tanaka.connect();
    await system.admin.connect();

    const { call } = await callToItsEnd();

    await eventually(() => expect(system.admin.events.some(({ type }) => type === 'call-ended')).toBe(true));
    expect(JSON.stringify(system.tanaka.events)).not.toContain(call.id);
  });

  it('is refused to nobody in particular, and to pages that are not ours', async () => {
    expect(await knock({})).toBe('401');
    expect(await knock({}, { origin: 'https://elsewhere.example' })).toBe('401');
  });

  it('is opened by a ticket, once', async () => {
    const { ticket } = await system.tanaka.ask(realtimeTicketSchema, 'POST', '/api/realtime/ticket');

    expect(await knock({ ticket })).toBe('open');
    expect(await knock({ ticket })).toBe('401');
  });

  it('ends at once when its session does, and the others go on', async () => {
    await system.tanaka.connect();

    await system.tanaka.request('POST', '/api/auth/sign-out', {});

    await eventually(() => expect(system.tanaka.closedWith()).toBe(4_401));
    expect(system.suzuki.closedWith()).toBeNull();
  });

  it('ends with the session that its ticket was issued in', async () => {
    const { ticket } = await system.tanaka.ask(realtimeTicketSchema, 'POST', '/api/realtime/ticket');
    const query = new URLSearchParams({ clientId: randomUUID(), ticket });
    const socket = new WebSocket(`${system.url.replace('http', 'ws')}/api/realtime?${query}`);
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));

    await system.tanaka.request('POST', '/api/auth/sign-out', {});

    expect(await closed).toBe(4_401);
  });

  it('is not opened by a ticket of a session that is over', async () => {
    const { ticket } = await system.tanaka.ask(realtimeTicketSchema, 'POST', '/api/realtime/ticket');

    await system.tanaka.request('POST', '/api/auth/sign-out', {});

    expect(await knock({ ticket })).toBe('401');
  });
});
