import { eq } from 'drizzle-orm';
import type { CallRow } from '../../backend/calls/call-store.ts';
import { createCallFlow } from '../../backend/compose/call-flow.ts';
import { createStores } from '../../backend/compose/stores.ts';
import { createTeam } from '../../backend/compose/team.ts';
import { parseConfig } from '../../backend/config/config.ts';
import type { Handoff, Offer } from '../../backend/contract/handoffs.ts';
import {
  type AgentId,
  agentIdSchema,
  type CallId,
  type ClientId,
  clientIdSchema,
  type LegId,
} from '../../backend/contract/ids.ts';
import type { Role } from '../../backend/contract/vocabulary.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { user } from '../../backend/db/schema/accounts.ts';
import { carrierCommands } from '../../backend/db/schema/journal.ts';
import { timerEventSchema } from '../../backend/journal/timer-store.ts';
import { createIds } from '../../backend/kernel/ids.ts';
import { createEventHub } from '../../backend/realtime/event-hub.ts';
import { type CarrierCommand, carrierCommandSchema } from '../../backend/telephony/carrier-command.ts';
import { insertCustomer } from '../backend/customers/customer-fixture.ts';
import { silentLog } from './api.ts';
import { turnSettings } from './conversation.ts';
import { fixedClock } from './fixed-clock.ts';

export type HandoffBench = ReturnType<typeof createHandoffBench>;

/** Calls, conversation, handoff and team as they are composed, on an empty database, with a carrier and a clock that a test plays. */
export function createHandoffBench() {
  const database = openDatabase(':memory:');
  const clock = fixedClock();
  const ids = createIds(clock);
  const config = parseConfig({ AI_JOINS: 'answered' });
  const stores = createStores(database, clock, config);
  const hub = createEventHub(database, stores.events, () => undefined);
  const team = createTeam({
    log: silentLog,
    database,
    stores,
    clock,
    onUnavailable: (agentId, how) => flow.offers.withdrawFrom(agentId, how),
    onAvailable: () => flow.lookAfterWaiting(),
    onReachable: (agentId) => flow.offers.welcomeBack(agentId),
    isTesting: () => false,
  });
  const flow = createCallFlow({
    presence: team.presence,
    connections: team.connections,
    database,
    config,
    stores,
    hub,
    tagsOf: () => [],
    customerName: () => ({ company: 'ミナト工業', person: '田中', department: null }),
    settingsFor: () => turnSettings,
    staysBlocked: () => false,
    callers: {
      find: () => null,
      withNumber: () => [],
      welcome: () => ({ id: insertCustomer(database), ownerId: null }),
    },
    clock,
    ids,
    log: silentLog,
  });
  const { carrierEvents } = flow;

  function agent(name: string, role: Role = 'agent', priority = 5): AgentId {
    const made = { createdAt: clock.now(), updatedAt: clock.now() };
    database.query
      .insert(user)
      .values({ id: name, name, email: `${name}@example.com`, role, ...made })
      .run();
    const agentId = agentIdSchema.parse(name);
    stores.agents.change(agentId, { priority });
    return agentId;
  }

  /** No two things happen at the same moment, so that rows have an order. */
  function reports(legId: LegId) {
    clock.pass(0.001);
    const leg = stores.legs.find(legId);
    if (leg === null) throw new Error(`there is no leg ${legId}`);
    return { callId: leg.callId, legId, legRef: leg.carrierRef ?? `CA ${legId}`, at: clock.now() };
  }

  function joined(legId: LegId): void {
    const leg = reports(legId);
    database.transaction(() =>
      carrierEvents.legJoined({ ...leg, conferenceRef: 'CF', muted: false, onHold: false }),
    );
  }

  /** The carrier says that the leg is over; it never says why. */
  function ended(legId: LegId): void {
    const leg = reports(legId);
    database.transaction(() => carrierEvents.legEnded({ ...leg, reason: 'hung-up', billedSeconds: null }));
  }

  /** The one that is up or on its way, else one that was. */
  function legOf(callId: CallId, kind: 'customer' | 'ai' | 'agent') {
    const ofKind = stores.legs.ofCall(callId).filter((one) => one.kind === kind);
    const leg = ofKind.find(({ state }) => state !== 'left') ?? ofKind.at(-1);
    if (leg === undefined) throw new Error(`the call has no ${kind}`);
    return leg;
  }

  /** The agent's only open offer. */
  function offerTo(agentId: AgentId): Offer {
    const [offer] = flow.offers.openFor(agentId);
    if (offer === undefined) throw new Error(`${agentId} is not being asked`);
    return offer;
  }

  function newCall(mode: 'ai' | 'agent', ownerId: AgentId | null = null): CallRow {
    const id = ids.call();
    const customerId = insertCustomer(database);
    const row = { id, mode, status: 'initiated', customerId, ownerId, phoneNumber: '+81300010001' } as const;
    stores.calls.insert({ ...row, conferenceName: ids.random(), startedAt: clock.now() });
    const call = stores.calls.find(id);
    if (call === null) throw new Error('the call was not stored');
    return call;
  }

  /** Rings the agent's softphone for the call, as a handoff does. */
  function ring(call: CallRow, agentId: AgentId, clientId: ClientId): LegId {
    const legId = ids.leg();
    const softphone = { legId, agentId, clientId, handoffId: null, muted: false };
    database.transaction(() => flow.callLegs.ringSoftphone(call, softphone));
    return legId;
  }

  return {
    database,
    clock,
    stores,
    hub,
    team,
    flow,
    agent,
    ring,
    joined,
    ended,
    legOf,
    /** The AI's, whose customer is to be dialled. */
    begunCall(): CallId {
      const call = newCall('ai');
      database.transaction(() => flow.callLegs.dialCustomer(call));
      return call.id;
    },
    /** A customer who has answered and is talking with the AI. */
    answeredCall(ownerId: AgentId | null = null): CallId {
      const call = newCall('ai', ownerId);
      database.transaction(() => {
        flow.publisher.started(call.id);
        flow.callLegs.dialCustomer(call);
      });
      joined(legOf(call.id, 'customer').id);
      joined(legOf(call.id, 'ai').id);
      return call.id;
    },
    /** By hand: the agent is in the conference, and the customer's telephone rings. */
    dialledCall(agentId: AgentId, clientId: ClientId): CallId {
      const call = newCall('agent');
      joined(ring(call, agentId, clientId));
      return call.id;
    },
    /** Gives the console's id. */
    connect(agentId: AgentId, client = 1): ClientId {
      const clientId = clientIdSchema.parse(`${String(client).repeat(8)}-1111-4111-8111-111111111111`);
      team.connections.connected(agentId, clientId);
      team.connections.softphone(agentId, clientId, true);
      return clientId;
    },
    offerTo,
    accept(agentId: AgentId, clientId: ClientId): void {
      const { id } = offerTo(agentId);
      database.transaction(() => flow.offers.accept({ id: agentId, role: 'agent' }, id, clientId));
    },
    /** The AI wants a human, and has finished speaking if the customer waits for one. */
    request(callId: CallId, urgency: 'prepare' | 'connect'): void {
      clock.pass(0.001);
      const want = { urgency, reason: 'person-on-line', floorFree: urgency === 'connect' } as const;
      database.transaction(() => flow.requests.request(callId, want));
    },
    handoff(callId: CallId): Handoff {
      const last = flow.handoffsOf(callId).at(-1);
      if (last === undefined) throw new Error('there was no handoff');
      return last;
    },
    /** Every offer of the call as `agent step status`, oldest first. */
    offers(callId: CallId): string[] {
      const handoffs = stores.handoffs.ofCall(callId).flatMap(({ id }) => stores.handoffs.offersOf(id));
      return handoffs.map(({ agentId, step, status }) => `${agentId} ${step} ${status}`);
    },
    /** Lets the time pass, and what was due in it happen. */
    pass(seconds: number): void {
      for (let second = 0; second < seconds; second += 1) {
        clock.pass(1);
        for (const timer of stores.timers.due(clock.now())) {
          const event = timerEventSchema.parse(timer.event);
          database.transaction(() => {
            if (!stores.timers.take(timer.id, clock.now())) return;
            if (event.type === 'wrap-up-over') team.presence.refresh(event.agentId);
            else if (event.type === 'reminder-due' || event.type === 'recording-due') return;
            else if (event.type === 'test-recordings-due') return;
            else if (event.type !== 'arrival-overdue') flow.onHandoffTimer(event);
          });
        }
      }
    },
    /** The carrier has done what it was told of the call so far. */
    settle(callId: CallId): void {
      database.query
        .update(carrierCommands)
        .set({ state: 'done', settledAt: clock.now() })
        .where(eq(carrierCommands.callId, callId))
        .run();
    },
    commands(callId: CallId): CarrierCommand[] {
      const rows = database.query.select().from(carrierCommands).all();
      return rows
        .filter((row) => row.callId === callId)
        .map((row) => carrierCommandSchema.parse(row.command));
    },
    [Symbol.dispose]() {
      team.connections[Symbol.dispose]();
      hub[Symbol.dispose]();
      database[Symbol.dispose]();
    },
  };
}
