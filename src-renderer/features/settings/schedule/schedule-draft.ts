import { z } from 'zod';
import {
  type AgentSettings,
  type WorkHours,
  type WorkingHours,
  type WorkSchedule,
  workHoursSchema,
  workScheduleSchema,
} from '../../../../backend/contract/agents.ts';
import { same } from '../../../platform/field-merge.ts';
import { clockOf, minutesOf } from '../../../platform/time-of-day.ts';

/** As `<input type="time">` writes it; the end of a day is `00:00`. */
const spanSchema = z.object({ from: z.string(), to: z.string() });
const daySchema = spanSchema.extend({ works: z.boolean(), breaks: z.array(spanSchema) });

export type SpanDraft = z.infer<typeof spanSchema>;
export type DayDraft = z.infer<typeof daySchema>;

/** When somebody works, as it stands in the form. */
export const scheduleDraftSchema = z.object({
  timeZone: z.string(),
  worksOnHolidays: z.boolean(),
  /** From Monday. */
  workingHours: z.array(daySchema),
  leave: z.array(z.object({ from: z.string(), to: z.string(), note: z.string() })),
});
export type ScheduleDraft = z.infer<typeof scheduleDraftSchema>;

/** Takes what the server takes. */
export const savableScheduleSchema = scheduleDraftSchema
  .transform((draft) => ({ ...draft, workingHours: draft.workingHours.map(hoursOf) }))
  .pipe(workScheduleSchema);

export function draftOf(settings: Pick<AgentSettings, keyof WorkSchedule>): ScheduleDraft {
  return { ...hoursDraftOf(settings), leave: settings.leave };
}

/** The part of a draft that the team has, too. */
export function hoursDraftOf({
  timeZone,
  worksOnHolidays,
  workingHours,
}: WorkHours): Omit<ScheduleDraft, 'leave'> {
  return { timeZone, worksOnHolidays, workingHours: workingHours.map(dayDraftOf) };
}

/** Of a draft that is not fit to be saved, null. */
export function scheduleOf(draft: ScheduleDraft): WorkSchedule | null {
  return savableScheduleSchema.safeParse(draft).data ?? null;
}

/** Whether a draft says just these hours, whatever the leave. */
export function hasHours(draft: ScheduleDraft, hours: WorkHours): boolean {
  return same(workHoursSchema.safeParse(scheduleOf(draft)).data, hours);
}

/** From midnight to midnight. */
export function isWholeDay({ from, to }: SpanDraft): boolean {
  return from === midnight && to === midnight;
}

export function withWholeDay(day: DayDraft, whole: boolean): DayDraft {
  return { ...day, ...(whole ? { from: midnight, to: midnight } : officeDay) };
}

/** An hour at noon, or after the last break. */
export function withBreak(day: DayDraft): DayDraft {
  const last = day.breaks.at(-1);
  const from = last === undefined ? noon : last.to;
  const hourLater = (minutesOf(from, 'start') + 60) % dayMinutes;
  return { ...day, breaks: [...day.breaks, { from, to: clockOf(hourLater) }] };
}

const midnight = '00:00';
const noon = '12:00';
const dayMinutes = 1_440;
const officeDay = { from: '09:00', to: '18:00' };

function dayDraftOf(day: WorkingHours[number]): DayDraft {
  if (day === null) return { works: false, ...officeDay, breaks: [] };
  return { works: true, ...spanDraftOf(day), breaks: (day.breaks ?? []).map(spanDraftOf) };
}

function spanDraftOf({ from, to }: { readonly from: number; readonly to: number }): SpanDraft {
  return { from: clockOf(from), to: clockOf(to) };
}

function hoursOf(day: DayDraft): unknown {
  if (!day.works) return null;
  const span = spanOf(day);
  return day.breaks.length === 0 ? span : { ...span, breaks: day.breaks.map(spanOf) };
}

function spanOf({ from, to }: SpanDraft) {
  return { from: minutesOf(from, 'start'), to: minutesOf(to, 'end') };
}
