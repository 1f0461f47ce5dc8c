import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm';
import type { CallId, LegId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { carrierCommands } from '../db/schema/journal.ts';
import type { Clock } from '../kernel/clock.ts';
import type { CarrierCommand } from '../telephony/carrier-command.ts';
import type { Prunable } from './pruning.ts';

/** Where the domains leave what they want of the carrier, in the transaction that wants it. */
export interface Outbox {
  send(callId: CallId, command: CarrierCommand): void;
  /** Whether something about the leg is still to be done, or on its way. */
  isPending(callId: CallId, legId: LegId): boolean;
  /** The call is over: takes back what was not sent yet, but for what ends something. */
  withdraw(callId: CallId): void;
}

export interface OutboxEntry {
  readonly id: number;
  readonly callId: CallId;
  /** Commands of one lane go one after another: a new leg that is awaited holds up nothing but itself. */
  readonly lane: string;
  /** A `CarrierCommand`, to be parsed where one that cannot be read stops nobody else. */
  readonly command: unknown;
  /** Its type, unless it has none. */
  readonly type: string;
  /** The carrier was told nothing of the call before. */
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
}

/** These make sense when the call is over; all others only while it is on. */
const endings: readonly CarrierCommand['type'][] = [
  'hang-up',
  'dismiss-telephone',
  'remove-leg',
  'end-conference',
];

export function endsSomething(command: CarrierCommand): boolean {
  return endings.includes(command.type);
}

/** Whoever it was that did not do it. */
const notDone = 'refused';

const commandType = sql<string>`json_extract(${carrierCommands.command}, '$.type')`;

/** A human or an AI who joins has a lane of their own; everything else of a call is one. */
const lane = sql<string>`${carrierCommands.callId} || case
  when ${commandType} in ('add-ai', 'ring-softphone', 'ring-telephone') then json_extract(${carrierCommands.command}, '$.legId')
  else ''
end`;

const columns = {
  id: carrierCommands.id,
  callId: carrierCommands.callId,
  lane,
  command: carrierCommands.command,
  type: sql<string>`coalesce(${commandType}, '')`,
  // Drizzle leaves the table's name out where there is one table only.
  beginsCall: sql`not exists (
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
        eq(sql`json_extract(${carrierCommands.command}, '$.legId')`, legId),
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
            notInArray(commandType, [...endings]),
          ),
        )
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
    prune: (before, limit) => forget.run({ before: before.getTime(), limit }).changes,
  };
}
