import { asc, gt, max, sql } from 'drizzle-orm';
import type { RealtimeEvent } from '../contract/events.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { events } from '../db/schema/journal.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Prunable } from './pruning.ts';

export interface LoggedEvent {
  readonly sequence: number;
  readonly at: Date;
  readonly event: RealtimeEvent;
  /** The agents who may see it besides the admins; null: everybody signed in. */
  readonly audience: readonly AgentId[] | null;
}

/** The business events, in the order of their commit. Whoever changes something appends here in the same transaction. */
export interface EventLog {
  append(event: RealtimeEvent, audience: readonly AgentId[] | null): void;
}

/** So many of the newest events are never forgotten: a console that missed no more catches up, one that missed more gets a snapshot. */
export const replayable = 5_000;

export interface EventReader {
  /** At most `limit` events after `sequence`, oldest first. */
  after(sequence: number, limit: number): readonly LoggedEvent[];
  /** The number of the newest event; 0 when there is none. */
  newest(): number;
}

export function createEventLogStore(database: Database, clock: Clock): EventLog & EventReader & Prunable {
  const insert = database.query
    .insert(events)
    .values({
      at: sql.placeholder('at'),
      event: sql.placeholder('event'),
      audience: sql.placeholder('audience'),
    })
    .prepare();
  const page = database.query
    .select({ sequence: events.sequence, at: events.at, event: events.event, audience: events.audience })
    .from(events)
    .where(gt(events.sequence, sql.placeholder('sequence')))
    .orderBy(asc(events.sequence))
    .limit(sql.placeholder('limit'))
    .prepare();
  const last = database.query
    .select({ sequence: max(events.sequence) })
    .from(events)
    .prepare();

  const forget = database.query
    .delete(events)
    .where(
      sql`sequence in (select sequence from ${events} where sequence <= ${sql.placeholder('until')} order by sequence limit ${sql.placeholder('limit')}) and at < ${sql.placeholder('before')}`,
    )
    .prepare();

  return {
    append(event, audience) {
      insert.run({ at: clock.now(), event, audience });
    },
    after(sequence, limit) {
      return page.all({ sequence, limit });
    },
    newest() {
      return last.get()?.sequence ?? 0;
    },
    prune(before, limit) {
      const newest = last.get()?.sequence ?? 0;
      return forget.run({ until: newest - replayable, before: before.getTime(), limit }).changes;
    },
  };
}
