import type { Days } from '../../platform/calendar-periods.ts';
import type { Period } from '../../platform/team-api.ts';
import { addDays, startOfDay } from '../../platform/zoned-days.ts';

export const periodNames = ['today', 'yesterday', 'week', 'month', 'last-month', 'days'] as const;
export type PeriodName = (typeof periodNames)[number];

export function periodOf({ first, last }: Days, timeZone: string): Period {
  return { from: startOfDay(first, timeZone), to: startOfDay(addDays(last, 1), timeZone) };
}
