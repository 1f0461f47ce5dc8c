import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentStore, createAgentStore } from '../../../backend/agents/agent-store.ts';
import { type Connections, createConnections } from '../../../backend/agents/connections.ts';
import { createPresenceLogStore } from '../../../backend/agents/presence-log-store.ts';
import { createPresenceService, type PresenceService } from '../../../backend/agents/presence-service.ts';
import { createPresenceStore } from '../../../backend/agents/presence-store.ts';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import {
  type AgentId,
  agentIdSchema,
  type CallId,
  callIdSchema,
  clientIdSchema,
} from '../../../backend/contract/ids.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { user } from '../../../backend/db/schema/accounts.ts';
import { createEventLogStore, type EventReader } from '../../../backend/journal/event-log-store.ts';
import { createTimerStore, type TimerQueue } from '../../../backend/journal/timer-store.ts';
import { type FixedClock, fixedClock } from '../../support/fixed-clock.ts';

const agent = agentIdSchema.parse('agent');
const client = clientIdSchema.parse('11111111-1111-4111-8111-111111111111');
const callId = callIdSchema.parse('call_00000000000000000001');

let database: Database;
let clock: FixedClock;
let agents: AgentStore;
let connections: Connections;
let presence: PresenceService;
let events: EventReader;
let timers: TimerQueue;
let engaged: Map<AgentId, CallId>;

beforeEach(() => {
  database = openDatabase(':memory:');
  clock = fixedClock();
  const at = clock.now();
  const account = { id: agent, name: '鈴木', email: 'suzuki@example.com', createdAt: at, updatedAt: at };
  database.query.insert(user).values(account).run();
  engaged = new Map();
  start();
});

afterEach(() => {
  connections[Symbol.dispose]();
  database[Symbol.dispose]();
});

/** As after a restart of the process: the rows are there, what was in memory is not. */
function start(): void {
  agents = createAgentStore(database, 'Asia/Tokyo');
  connections = createConnections();
  const eventLog = createEventLogStore(database, clock);
  const timerStore = createTimerStore(database);
  events = eventLog;
  timers = timerStore;
  presence = createPresenceService({
    database,
    agents,
    presenceStore: createPresenceStore(database),
    connections,
    engagedIn: (agentId) => engaged.get(agentId) ?? null,
    isTesting: () => false,
    events: eventLog,
    timers: timerStore,
    clock,
    log: createPresenceLogStore(database),
    wrapUpSeconds: () => 30,
    onUnavailable: () => {},
    onAvailable: () => {},
  });
}

function connect(): void {
  connections.connected(agent, client);
  connections.softphone(agent, client, true);
  presence.refresh(agent);
}

function setDisabled(banned: boolean): void {
  database.query.update(user).set({ banned }).where(eq(user.id, agent)).run();
  presence.refresh(agent);
}

function told(): AgentStatus[] {
  return events
    .after(0, 100)
    .flatMap(({ event }) => (event.type === 'agent-status-changed' ? [event.status] : []));
}

function toldPresences(): string[] {
  return told().map((status) => status.presence);
}

describe('refresh', () => {
  it('tells everybody when the presence has changed, and only then', () => {
    connect();
    clock.pass(60);
    presence.refresh(agent);
    presence.refreshAll();

    expect(toldPresences()).toEqual(['available']);
  });

  it('tells of a change of reachability alone', () => {
    agents.change(agent, { phoneNumber: '+81312345678', phoneVerified: true });
    presence.refresh(agent);
    connect();

    expect(told().map((status) => [status.presence, status.reachability])).toEqual([
      ['available', 'phone'],
      ['available', 'softphone'],
    ]);
  });

  it('remembers since when the presence is what it is, over a restart', () => {
    connect();
    const since = clock.now().toISOString();
    clock.pass(600);

    start();
    connections.connected(agent, client);
    connections.softphone(agent, client, true);

    expect(presence.statusOf(agent).since).toBe(since);
  });

  it('tells again what was told in a transaction that was undone', () => {
    agents.change(agent, { phoneNumber: '+81312345678', phoneVerified: true });
    presence.refresh(agent);
    connections.connected(agent, client);
    connections.softphone(agent, client, true);
    const undone = () =>
      database.transaction(() => {
        presence.refresh(agent);
        throw new Error('something else failed');
      });

    expect(undone).toThrow();
    presence.refresh(agent);

    expect(told().map((status) => status.reachability)).toEqual(['phone', 'softphone']);
  });

  it('tells that a disabled account is gone, and of it again once it is enabled', () => {
    connect();
    setDisabled(true);
    setDisabled(false);

    const all = events.after(0, 100).map(({ event }) => event);
    expect(all.map(({ type }) => type)).toEqual([
      'agent-status-changed',
      'agent-removed',
      'agent-status-changed',
    ]);
    expect(told().at(-1)).toMatchObject({ agentId: agent, presence: 'available' });
  });

  it('tells of a disabled account also where it was offline', () => {
    presence.refresh(agent);
    setDisabled(true);
    presence.refresh(agent);

    expect(events.after(0, 100).map(({ event }) => event)).toEqual([
      { type: 'agent-status-changed', status: expect.objectContaining({ presence: 'offline' }) },
      { type: 'agent-removed', agentId: agent },
    ]);
  });

  it('does nothing for somebody who has no account any more', () => {
    presence.refresh(agentIdSchema.parse('nobody'));

    expect(told()).toEqual([]);
  });
});

describe('callEnded', () => {
  beforeEach(() => {
    connect();
    engaged.set(agent, callId);
    presence.refresh(agent);
    engaged.delete(agent);
  });

  it('is followed by a wrap-up when the customer was reached', () => {
    presence.callEnded(agent, true);

    const until = new Date(clock.now().getTime() + 30_000);
    expect(presence.statusOf(agent)).toMatchObject({
      presence: 'wrap-up',
      wrapUpUntil: until.toISOString(),
      activeCallId: null,
    });
    expect(timers.nextDueAt()).toEqual(until);
  });

  it('makes a standby that nobody came to available again at once', () => {
    presence.callEnded(agent, false);

    expect(toldPresences()).toEqual(['available', 'on-call', 'available']);
    expect(timers.nextDueAt()).toBeNull();
  });

  it('is over when its time is', () => {
    presence.callEnded(agent, true);
    clock.pass(30);
    presence.refresh(agent);

    expect(toldPresences()).toEqual(['available', 'on-call', 'wrap-up', 'available']);
  });

  it('ends early when the agent chooses anything', () => {
    presence.callEnded(agent, true);
    presence.choose(agent, { presence: 'available' });

    expect(presence.statusOf(agent).presence).toBe('available');
    expect(timers.nextDueAt()).toBeNull();
  });

  it('outlives a restart', () => {
    presence.callEnded(agent, true);

    start();
    connections.connected(agent, client);
    connections.softphone(agent, client, true);

    expect(presence.statusOf(agent).presence).toBe('wrap-up');
  });

  it('counts as the beginning of idleness for routing', () => {
    presence.callEnded(agent, true);

    expect(presence.team()).toMatchObject([{ agentId: agent, idleSince: clock.now() }]);
  });
});

describe('choose', () => {
  it('outlives a restart', () => {
    presence.choose(agent, { presence: 'busy', reason: 'meeting' });

    start();
    connect();

    expect(presence.statusOf(agent)).toMatchObject({ presence: 'busy', busyReason: 'meeting' });
  });
});

describe('since', () => {
  it('begins anew with another reason for being busy, and holds over a restart', () => {
    connect();
    presence.choose(agent, { presence: 'busy', reason: 'meeting' });
    clock.pass(3_600);
    presence.choose(agent, { presence: 'busy', reason: 'break' });
    const changedAt = clock.now().toISOString();
    const toldSince = told().at(-1)?.since;
    clock.pass(60);

    start();
    connections.connected(agent, client);
    connections.softphone(agent, client, true);

    expect([toldSince, presence.statusOf(agent).since]).toEqual([changedAt, changedAt]);
  });

  it('goes on where the same is chosen again', () => {
    connect();
    presence.choose(agent, { presence: 'busy', reason: 'meeting' });
    const since = clock.now().toISOString();
    clock.pass(600);

    presence.choose(agent, { presence: 'busy', reason: 'meeting' });

    expect(presence.statusOf(agent).since).toBe(since);
  });
});

describe('team', () => {
  it('says what routing weighs', () => {
    agents.change(agent, { priority: 2, concurrency: 3 });
    connect();

    expect(presence.team()).toEqual([
      {
        agentId: agent,
        role: 'agent',
        presence: 'available',
        reachability: 'softphone',
        withinWorkingHours: true,
        priority: 2,
        skills: [],
        concurrency: 3,
        idleSince: null,
      },
    ]);
  });
});

describe('statusOf', () => {
  it('refuses for somebody who has no account', () => {
    expect(() => presence.statusOf(agentIdSchema.parse('nobody'))).toThrow('no such agent');
  });
});

describe('setAbsence', () => {
  it('makes busy who was available, and available again who is back', () => {
    connect();

    presence.setAbsence(agent, 'locked');
    presence.setAbsence(agent, 'locked');
    presence.setAbsence(agent, null);

    expect(told().map((status) => [status.presence, status.busyReason])).toEqual([
      ['available', null],
      ['busy', 'locked'],
      ['available', null],
    ]);
  });

  it('leaves the break that the agent chose during the call, also over a restart', () => {
    connect();
    engaged.set(agent, callId);
    presence.refresh(agent);
    presence.choose(agent, { presence: 'busy', reason: 'break' });
    presence.setAbsence(agent, 'asleep');
    engaged.delete(agent);
    presence.callEnded(agent, false);
    start();
    connections.connected(agent, client);
    connections.softphone(agent, client, true);

    presence.setAbsence(agent, null);

    expect(presence.statusOf(agent)).toMatchObject({ presence: 'busy', busyReason: 'break' });
  });

  it('is over once a person has chosen for the agent, but not when we did', () => {
    connect();

    presence.setAbsence(agent, 'locked');
    presence.choose(agent, { presence: 'available' }, null);
    const byUs = presence.statusOf(agent);
    presence.choose(agent, { presence: 'available' });

    expect(byUs.busyReason).toBe('locked');
    expect(presence.statusOf(agent).presence).toBe('available');
  });
});
