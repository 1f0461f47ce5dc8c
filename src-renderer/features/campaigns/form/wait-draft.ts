import { z } from 'zod';

/** In minutes. */
const unitMinutes = { minutes: 1, hours: 60, days: 1_440 } as const;
export const waitUnits = [
  'minutes',
  'hours',
  'days',
] as const satisfies readonly (keyof typeof unitMinutes)[];

/** How long is waited, as it stands in a form. */
export const waitDraftSchema = z.object({ after: z.string(), unit: z.enum(waitUnits) });
type WaitDraft = z.infer<typeof waitDraftSchema>;

/** In the largest unit of which it is a whole number. */
export function waitDraftOf(minutes: number): WaitDraft {
  const unit = waitUnits.findLast((name) => minutes % unitMinutes[name] === 0) ?? 'minutes';
  return { after: String(minutes / unitMinutes[unit]), unit };
}

/** No number for half an entry. */
export function waitMinutesOf({ after, unit }: WaitDraft): number {
  return after.trim() === '' ? Number.NaN : Number(after) * unitMinutes[unit];
}
