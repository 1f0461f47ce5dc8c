import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { CallId, LegId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { carrierCommands } from '../db/schema/journal.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CarrierCommand } from '../telephony/carrier-command.ts';
import { endingTypes, joiningTypes, unheardTypes } from '../telephony/command-kinds.ts';
import type { Prunable } from './pruning.ts';

/** Where the domains leave what they want of the carrier, in the transaction that wants it. */
export interface Outbox {
  send(callId: CallId, command: CarrierCommand): void;
  /** Whether something about the leg is still to be done, or on its way. */
  isPending(callId: CallId, legId: LegId): boolean;
  /** The call is over: takes back what was not sent yet, but for what ends something. */
  withdraw(callId: CallId): void;
  /** Nobody wants the leg any more: takes back that it be made, unless the carrier was asked for it already. */
  withdrawLeg(callId: CallId, legId: LegId): void;
}

export interface OutboxEntry {
  readonly id: number;
  readonly callId: CallId;
  /** Commands of one lane go one after another: a new leg that is awaited, or a transcription, holds up nothing that is to be heard. */
  readonly lane: string;
  /** A `CarrierCommand`, to be parsed where one that cannot be read stops nobody else. */
  readonly command: unknown;
  /** Its type, unless it has none. */
  readonly type: string;
  /** Nobody is on the line yet: it dials, or rings the agent who dials by hand. A call that came to us is on before anything is sent. */
  readonly beginsCall: boolean;
  /** Since when nobody knows whether it was done; from then on it is looked up. */
  readonly unsureSince: Date | null;
  readonly attempts: number;
  readonly notBefore: Date;
}

export interface OutboxQueue {
  /** For each lane the oldest command that is not over, if it is waiting. */
  heads(): readonly OutboxEntry[];
  /** Those that were sent and never answered: what a crash leaves behind. */
  interrupted(): readonly OutboxEntry[];
  markSent(id: number): void;
  postpone(id: number, until: Date): void;
  /** Nobody knows whether it was done: it is to be looked up at `until`, and the call's end does not take it back. */
  doubt(id: number, since: Date, until: Date): void;
  /** It was done, or is already so. */
  markDone(id: number): void;
  /** It was not done, as far as anybody knows, and is not tried again: refused, given up on, or not to be read. */
  markNotDone(id: number): void;
  /** Takes back everything that is not over, whatever it is; returns how much it was. */
  abandon(): number;
}

/** Whoever it was that did not do it. */
const notDone = 'refused';

const commandType = sql<string>`json_extract(${carrierCommands.command}, '$.type')`;

const commandLeg = sql<string>`json_extract(${carrierCommands.command}, '$.legId')`;

const joining = inArray(commandType, [...joiningTypes]);

const unheard = inArray(commandType, [...unheardTypes]);

/** A human or an AI who joins has a lane of their own, what nobody hears has one; everything else of a call is one. */
const lane = sql<string>`${carrierCommands.callId} || case when ${joining} then ${commandLeg} when ${unheard} then ':unheard' else '' end`;

const columns = {
  id: carrierCommands.id,
  callId: carrierCommands.callId,
  lane,
  command: carrierCommands.command,
  type: sql<string>`coalesce(${commandType}, '')`,
  // Drizzle leaves the table's name out where there is one table only.
  beginsCall: sql`${commandType} in ('dial-customer', 'ring-softphone') and not exists (
    select 1 from carrier_commands as earlier
    where earlier.call_id = carrier_commands.call_id and earlier.id < carrier_commands.id
  )`.mapWith(Boolean),
  unsureSince: carrierCommands.unsureSince,
  attempts: carrierCommands.attempts,
  notBefore: carrierCommands.notBefore,
} as const;

export function createOutboxStore(database: Database, clock: Clock): Outbox & OutboxQueue & Prunable {
  const { query } = database;
  const insert = query
    .insert(carrierCommands)
    .values({
      callId: sql.placeholder('callId'),
      command: sql.placeholder('command'),
      state: 'waiting',
      notBefore: sql.placeholder('now'),
      createdAt: sql.placeholder('now'),
    })
    .prepare();
  const oldestOpen = query
    .select({ id: sql<number>`min(${carrierCommands.id})` })
    .from(carrierCommands)
    .where(inArray(carrierCommands.state, ['waiting', 'sent']))
    .groupBy(lane);
  const headRows = query
    .select(columns)
    .from(carrierCommands)
    .where(and(eq(carrierCommands.state, 'waiting'), inArray(carrierCommands.id, oldestOpen)))
    .orderBy(asc(carrierCommands.id))
    .prepare();
  const sentRows = query
    .select(columns)
    .from(carrierCommands)
    .where(eq(carrierCommands.state, 'sent'))
    .orderBy(asc(carrierCommands.id))
    .prepare();
  const byId = eq(carrierCommands.id, sql.placeholder('id'));
  const sent = query
    .update(carrierCommands)
    .set({ state: 'sent', attempts: sql`${carrierCommands.attempts} + 1` })
    .where(byId)
    .prepare();

  const forget = query
    .delete(carrierCommands)
    .where(
      sql`id in (select id from ${carrierCommands} where settled_at < ${sql.placeholder('before')} order by id limit ${sql.placeholder('limit')})`,
    )
    .prepare();

  function end(id: number, state: 'done' | typeof notDone): void {
    query
      .update(carrierCommands)
      .set({ state, settledAt: clock.now() })
      .where(eq(carrierCommands.id, id))
      .run();
  }

  return {
    send(callId, command) {
      insert.run({ callId, command, now: clock.now() });
    },
    isPending(callId, legId) {
      const open = and(
        inArray(carrierCommands.state, ['waiting', 'sent']),
        eq(carrierCommands.callId, callId),
        eq(commandLeg, legId),
      );
      return query.select({ id: carrierCommands.id }).from(carrierCommands).where(open).get() !== undefined;
    },
    withdraw(callId) {
      query
        .update(carrierCommands)
        .set({ state: notDone, settledAt: clock.now() })
        .where(
          and(
            eq(carrierCommands.callId, callId),
            eq(carrierCommands.state, 'waiting'),
            isNull(carrierCommands.unsureSince),
            notInArray(commandType, [...endingTypes]),
          ),
        )
        .run();
    },
    withdrawLeg(callId, legId) {
      const unasked = and(eq(carrierCommands.state, 'waiting'), eq(carrierCommands.attempts, 0));
      query
        .update(carrierCommands)
        .set({ state: notDone, settledAt: clock.now() })
        .where(and(eq(carrierCommands.callId, callId), eq(commandLeg, legId), joining, unasked))
        .run();
    },
    heads: () => headRows.all(),
    interrupted: () => sentRows.all(),
    markSent(id) {
      sent.run({ id });
    },
    postpone(id, until) {
      query
        .update(carrierCommands)
        .set({ state: 'waiting', notBefore: until })
        .where(eq(carrierCommands.id, id))
        .run();
    },
    doubt(id, since, until) {
      query
        .update(carrierCommands)
        .set({ state: 'waiting', unsureSince: since, notBefore: until })
        .where(eq(carrierCommands.id, id))
        .run();
    },
    markDone: (id) => end(id, 'done'),
    markNotDone: (id) => end(id, notDone),
    abandon: () =>
      query
        .update(carrierCommands)
        .set({ state: notDone, settledAt: clock.now() })
        .where(inArray(carrierCommands.state, ['waiting', 'sent']))
        .run().changes,
    prune: (before, limit) => forget.run({ before: before.getTime(), limit }).changes,
  };
}
