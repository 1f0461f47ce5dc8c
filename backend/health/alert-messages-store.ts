import { and, asc, eq, gt, max, sql } from 'drizzle-orm';
import type { Alert } from '../contract/events.ts';
import type { Database } from '../db/database.ts';
import { alerts } from '../db/schema/calls.ts';
import { alertMessages, events } from '../db/schema/journal.ts';

/** Which alerts have still to be told outside. */
export interface AlertMessagesStore {
  /** The oldest that stands and was not told; null when there is none. What was raised before the first question is nobody's any more. */
  next(): { readonly sequence: number; readonly alert: Alert } | null;
  /** It was told, and what came before it. */
  told(sequence: number): void;
}

const only = 1;

export function createAlertMessagesStore({ query }: Database): AlertMessagesStore {
  const newest = () =>
    query
      .select({ sequence: max(events.sequence) })
      .from(events)
      .get()?.sequence ?? 0;

  function told(sequence: number): void {
    query
      .insert(alertMessages)
      .values({ id: only, sequence })
      .onConflictDoUpdate({ target: alertMessages.id, set: { sequence } })
      .run();
  }

  return {
    next() {
      const until = newest();
      const since = query.select().from(alertMessages).get()?.sequence;
      if (since !== undefined) {
        const raised = query
          .select({ sequence: events.sequence, event: events.event })
          .from(events)
          // What is over by now is told to nobody as if it stood.
          .innerJoin(alerts, eq(alerts.id, sql`json_extract(${events.event}, '$.alert.id')`))
          .where(
            and(gt(events.sequence, since), sql`json_extract(${events.event}, '$.type') = 'alert-raised'`),
          )
          .orderBy(asc(events.sequence))
          .limit(1)
          .get();
        if (raised?.event.type === 'alert-raised')
          return { sequence: raised.sequence, alert: raised.event.alert };
      }
      if (since !== until) told(until);
      return null;
    },
    told,
  };
}
