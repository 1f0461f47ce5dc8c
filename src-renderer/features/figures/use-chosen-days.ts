import { useState } from 'react';
import { type Days, daysOf } from '../../platform/calendar-periods.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import type { PeriodName } from './figures-period.ts';

interface ChosenDays {
  readonly name: PeriodName;
  readonly days: Days;
  readonly onName: (name: PeriodName) => void;
  readonly onDays: (days: Days) => void;
}

/** A usual period, or days of one's own: today, where it does not begin with others. */
export function useChosenDays(timeZone: string, beginning: Days | null = null): ChosenDays {
  const { clock } = usePlatform();
  const [name, setName] = useState<PeriodName>(beginning === null ? 'today' : 'days');
  const [chosen, setChosen] = useState<Days>(() => beginning ?? daysOf('today', timeZone, clock.now()));
  const days = name === 'days' ? chosen : daysOf(name, timeZone, clock.now());
  return {
    name,
    days,
    onName: (next) => {
      // The days begin as those that were shown.
      setChosen(days);
      setName(next);
    },
    onDays: setChosen,
  };
}
