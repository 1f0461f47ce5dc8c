import { eq, sql } from 'drizzle-orm';
import {
  type SpendingSettings,
  spendingSettingsSchema,
  type VersionedSpending,
} from '../contract/spending.ts';
import type { TeamSettingsKey } from '../contract/team.ts';
import type { Database } from '../db/database.ts';
import { teamSettings } from '../db/schema/agents.ts';
import { legs } from '../db/schema/calls.ts';

/** What may be spent, and what the carrier is likely to bill. */
export interface SpendingStore {
  settings(): VersionedSpending;
  /** Makes the next version. */
  save(settings: SpendingSettings): void;
  /**
   * The begun minutes of all legs that were asked for since then: as billed, or, until that is told, from the answer to the end or to `now`.
   */
  minutesSince(since: Date, now: Date): number;
}

const key = 'spending' satisfies TeamSettingsKey;

/** `initial`: what holds until an admin sets it. */
export function createSpendingStore({ query }: Database, initial: SpendingSettings): SpendingStore {
  const stored = query.select().from(teamSettings).where(eq(teamSettings.key, key)).prepare();
  const begun = sql`coalesce(${legs.answeredAt}, ${legs.joinedAt})`;
  // Numbers are bound as fractions, and a fraction would not be rounded.
  const now = sql`cast(${sql.placeholder('now')} as integer)`;
  const untilNow = sql`(max(0, coalesce(${legs.leftAt}, ${now}) - ${begun}) + 999) / 1000`;
  const seconds = sql`coalesce(${legs.billedSeconds}, ${untilNow}, 0)`;
  // As Twilio bills: a minute that was begun is a minute.
  const minutes = query
    .select({ minutes: sql<number | null>`sum((${seconds} + 59) / 60)` })
    .from(legs)
    .where(sql`${legs.createdAt} >= ${sql.placeholder('since')}`)
    .prepare();
  return {
    settings() {
      const row = stored.get();
      if (row === undefined) return { version: 0, settings: initial };
      return { version: row.version, settings: spendingSettingsSchema.parse(row.value) };
    },
    save(value) {
      query
        .insert(teamSettings)
        .values({ key, version: 1, value })
        .onConflictDoUpdate({
          target: teamSettings.key,
          set: { value, version: sql`${teamSettings.version} + 1` },
        })
        .run();
    },
    minutesSince: (since, now) => minutes.get({ since: since.getTime(), now: now.getTime() })?.minutes ?? 0,
  };
}
