/** What is to happen later, in seconds of the play. */
export interface TeamAgenda {
  now(): number;
  after(seconds: number, run: () => void): void;
  /** A second goes by: gives what is due, oldest plan first, and forgets it. */
  second(): readonly (() => void)[];
}

export function createTeamAgenda(): TeamAgenda {
  let plans: readonly { readonly at: number; readonly run: () => void }[] = [];
  let now = 0;
  return {
    now: () => now,
    after(seconds, run) {
      plans = [...plans, { at: now + seconds, run }];
    },
    second() {
      now += 1;
      const due = plans.filter(({ at }) => at <= now);
      plans = plans.filter(({ at }) => at > now);
      return due.map(({ run }) => run);
    },
  };
}
