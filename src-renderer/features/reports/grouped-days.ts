import type { Funnel, Report } from '../../../backend/contract/reports.ts';
import { addDays, daysIntoWeek } from '../../platform/zoned-days.ts';

type Unit = 'days' | 'weeks' | 'months';

interface GroupedDays {
  readonly unit: Unit;
  /** `day`: the first one of the week or month that is in the period. */
  readonly groups: readonly { readonly day: string; readonly funnel: Funnel }[];
}

/** More columns than these cannot be told apart. */
const most = { days: 93, weeks: 370 };

/** The days of a report, as they are or week by week or month by month, so that there are few enough to be looked at. */
export function groupedDays(days: Report['days']): GroupedDays {
  const unit = days.length <= most.days ? 'days' : days.length <= most.weeks ? 'weeks' : 'months';
  const groups = [...Map.groupBy(days, ({ day }) => firstOf(unit, day)).values()].map((some) => ({
    day: some[0]?.day ?? '',
    funnel: some.map(({ funnel }) => funnel).reduce(plus),
  }));
  return { unit, groups };
}

function firstOf(unit: Unit, day: string): string {
  switch (unit) {
    case 'days':
      return day;
    case 'weeks':
      return addDays(day, -daysIntoWeek(day));
    case 'months':
      return day.slice(0, 'yyyy-MM'.length);
  }
}

function plus(a: Funnel, b: Funnel): Funnel {
  return {
    dialled: a.dialled + b.dialled,
    answered: a.answered + b.answered,
    pastReception: a.pastReception + b.pastReception,
    handedOver: a.handedOver + b.handedOver,
    succeeded: a.succeeded + b.succeeded,
  };
}
