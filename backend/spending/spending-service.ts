import { DateTime } from 'luxon';
import type { AgentId } from '../contract/ids.ts';
import type { Spending, SpendingStanding, VersionedSpending } from '../contract/spending.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import type { Clock } from '../kernel/clock.ts';
import { costOf, standingOf } from './spending.ts';
import type { SpendingStore } from './spending-store.ts';

interface SpendingServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly store: SpendingStore;
  /** IANA name of the team's zone, whose days are counted. */
  readonly zone: () => string;
  readonly audit: AuditLog;
  /** Told of what holds now, after it was set. */
  readonly onChange: () => void;
  readonly clock: Clock;
}

export interface SpendingService {
  today(): Spending;
  /** Throws `changed-elsewhere` unless `version` is the newest. Holds for the next call. */
  set(adminId: AgentId, edited: VersionedSpending): Spending;
  /** How much of the cap is spent. Asked in the transaction that starts a call, it counts every call that was started before. */
  standing(): SpendingStanding;
}

export function createSpendingService(options: SpendingServiceOptions): SpendingService {
  const { database, store, zone, audit, clock } = options;

  function spentToday({ settings }: VersionedSpending): Spending['today'] {
    const now = clock.now();
    const timeZone = zone();
    const since = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day').toJSDate();
    const minutes = store.minutesSince(since, now);
    const spent = costOf(minutes, settings);
    return { since: since.toISOString(), timeZone, minutes, spent, standing: standingOf(spent, settings) };
  }

  function today(): Spending {
    const versioned = store.settings();
    return { ...versioned, today: spentToday(versioned) };
  }

  return {
    today,
    set: (adminId, { version, settings }) => {
      const spending = database.transaction(() => {
        const before = store.settings();
        if (before.version !== version) throw new ChangedElsewhere(before);
        store.save(settings);
        audit.append({
          subject: 'team',
          action: 'changed',
          actorId: adminId,
          subjectId: 'spending',
          before: before.settings,
          after: settings,
        });
        return today();
      });
      options.onChange();
      return spending;
    },
    standing() {
      const versioned = store.settings();
      return versioned.settings.dailyCap === null ? 'uncapped' : spentToday(versioned).standing;
    },
  };
}
