import { useEffect, useMemo } from 'react';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { TeamFigures } from '../../../backend/contract/figures.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useFigures } from '../../platform/team-queries.ts';
import { usePaced } from '../../platform/use-paced.ts';
import { addDays, dateIn, startOfDay } from '../../platform/zoned-days.ts';

/** So long the figures may be behind the calls, also while these change on and on. */
const behindAtMostMs = 2_000;

/** Asked for again with each step of a call, besides every half minute. */
export function useFiguresOfToday(
  timeZone: string,
  calls: readonly CallSession[] | undefined,
): TeamFigures | undefined {
  const { data, refetch } = useFigures(useToday(timeZone));
  const course = useMemo(
    () => calls?.map((call) => `${call.id} ${call.status} ${call.handoff?.status}`).join() ?? '',
    [calls],
  );
  const paced = usePaced(course, behindAtMostMs);
  // One that is on its way is waited for: a slow server would never be heard otherwise.
  // biome-ignore lint/correctness/useExhaustiveDependencies: With each step of a call.
  useEffect(() => void refetch({ cancelRefetch: false }), [paced, refetch]);
  return data;
}

function useToday(timeZone: string): { from: string; to: string } {
  const { clock } = usePlatform();
  // Worked out each minute at most: it takes longer than all the rest of a redraw.
  const minute = Math.floor(clock.now() / 60_000);
  return useMemo(() => {
    const date = dateIn(timeZone, minute * 60_000);
    return { from: startOfDay(date, timeZone), to: startOfDay(addDays(date, 1), timeZone) };
  }, [timeZone, minute]);
}
