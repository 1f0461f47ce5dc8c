import type { Clock } from '../../kernel/clock.ts';

/** Whether one more call or participant may be created now, if so many a second may be; what may not does not count. */
export type MayCreate = (perSecond: number) => boolean;

export function limitCreates(clock: Clock): MayCreate {
  let lastSecond: number[] = [];
  return (perSecond) => {
    const now = clock.now().getTime();
    lastSecond = lastSecond.filter((at) => at > now - 1_000);
    if (lastSecond.length >= perSecond) return false;
    lastSecond.push(now);
    return true;
  };
}
