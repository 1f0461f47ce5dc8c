import { z } from 'zod';
import { type CallSession, type RecordResult, recordResultSchema } from '../../../backend/contract/calls.ts';
import { callResultSchema } from '../../../backend/contract/vocabulary.ts';
import { fromLocalInput, toLocalInput } from '../../platform/local-date-time.ts';

const fieldsSchema = z.object({
  result: callResultSchema,
  action: recordResultSchema.shape.nextAction.shape.kind,
  /** As `<input type="datetime-local">` writes it. */
  at: z.string(),
  note: z.string(),
});

/** The result as the form holds it, whether it can be saved or not yet. */
export type ResultDraft = z.infer<typeof fieldsSchema>;

/** What can be saved. */
export const resultDraftSchema = fieldsSchema
  .extend({ note: recordResultSchema.shape.note })
  .refine(({ action, at }) => action !== 'call-back' || fromLocalInput(at) !== null, {
    path: ['at'],
    message: 'at-missing',
  });

/** What was written before and not saved, if anything. */
export function recalledDraft(kept: unknown): ResultDraft | null {
  return fieldsSchema.safeParse(kept).data ?? null;
}

/** What the AI proposes, or what was confirmed before. `now` in milliseconds since 1970. */
export function draftOf(call: CallSession, now: number): ResultDraft {
  const at = call.nextAction?.at ?? null;
  const draft: ResultDraft = {
    result: call.result ?? 'follow_up',
    action: call.nextAction?.kind ?? 'none',
    at: at === null ? '' : toLocalInput(at),
    note: call.note,
  };
  return call.resultConfirmed ? draft : withAction(draft, now);
}

/** To follow up means to call back, unless another action was chosen. */
export function withAction(draft: ResultDraft, now: number): ResultDraft {
  const proposed = draft.result === 'follow_up' && draft.action === 'none' ? 'call-back' : draft.action;
  return withTime({ ...draft, action: proposed }, now);
}

/** A call back is in the morning of the next working day, unless another time was chosen. */
export function withTime(draft: ResultDraft, now: number): ResultDraft {
  return draft.action === 'call-back' && draft.at === '' ? { ...draft, at: nextWorkingMorning(now) } : draft;
}

/** At 10:00 in the reader's zone; public holidays are not known here. */
function nextWorkingMorning(now: number): string {
  const day = new Date(now);
  do day.setDate(day.getDate() + 1);
  while (day.getDay() === 0 || day.getDay() === 6);
  day.setHours(10, 0, 0, 0);
  return toLocalInput(day.toISOString());
}

export function resultOf({ result, action, at, note }: ResultDraft): RecordResult {
  return { result, nextAction: { kind: action, at: action === 'none' ? null : fromLocalInput(at) }, note };
}
