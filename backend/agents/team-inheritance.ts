import type { ConversationSettings, WorkHours } from '../contract/agents.ts';

/** What the team has for whoever has none of their own. */
export interface TeamPart {
  readonly conversation: ConversationSettings | null;
  readonly hours: WorkHours;
}

/** Who has the same as the team goes with the team, also when that changes. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(Reflect.get(one, name), Reflect.get(other, name)));
}

/** Zone, hours and holidays among other settings. */
export function hoursIn({ timeZone, workingHours, worksOnHolidays }: WorkHours): WorkHours {
  return { timeZone, workingHours, worksOnHolidays };
}
