import { z } from 'zod';
import {
  type CallSession,
  type RecordResult,
  recordResultSchema,
  resultProblemSchema,
} from '../../../backend/contract/calls.ts';
import { allowsNextAction, isInThePast } from '../../../backend/contract/next-action-rules.ts';
import { callResultSchema } from '../../../backend/contract/vocabulary.ts';
import { fromLocalInput, toLocalDate, toLocalInput } from '../../platform/local-date-time.ts';

const fieldsSchema = z.object({
  result: callResultSchema,
  action: recordResultSchema.shape.nextAction.shape.kind,
  /** As `<input type="datetime-local">` writes it. */
  at: z.string(),
  note: z.string(),
});

/** The result as the form holds it, whether it can be saved or not yet. */
export type ResultDraft = z.infer<typeof fieldsSchema>;

/** What is wrong with a field of the form; the server says the same of what only it can know. */
export const draftProblemSchema = z.enum(['at-missing', ...resultProblemSchema.options]);
export type DraftProblem = z.infer<typeof draftProblemSchema>;

/** What can be saved of this call. */
export function savableDraftSchema(call: CallSession, now: () => number) {
  const problem = (path: keyof ResultDraft, message: DraftProblem) => ({ path: [path], message });
  return fieldsSchema
    .extend({ note: recordResultSchema.shape.note })
    .refine(
      ({ action, at }) => action !== 'call-back' || fromLocalInput(at) !== null,
      problem('at', 'at-missing'),
    )
    .refine(
      ({ result, action }) => allowsNextAction(result) || action === 'none',
      problem('action', 'contradicts-result'),
    )
    .refine(
      ({ action, at }) => action === 'none' || !isPast(at, now(), call.nextAction?.at ?? null),
      problem('at', 'in-the-past'),
    );
}

/** What was written before and not saved, if anything. */
export function recalledDraft(kept: unknown): ResultDraft | null {
  return fieldsSchema.safeParse(kept).data ?? null;
}

/** When the form is filled in: `now` in milliseconds since 1970, and the holidays as `yyyy-MM-dd`. */
export interface DraftTime {
  readonly now: number;
  readonly holidays: readonly string[];
}

/** What the AI proposes, or what was confirmed before. */
export function draftOf(call: CallSession, time: DraftTime): ResultDraft {
  const draft: ResultDraft = {
    result: call.result ?? 'follow_up',
    action: call.nextAction?.kind ?? 'none',
    at: plannedAt(call),
    note: call.note,
  };
  return call.resultConfirmed ? draft : withAction(draft, time);
}

/** To follow up means to call back, unless another action was chosen; nothing is agreed with somebody who refused. */
export function withAction(draft: ResultDraft, time: DraftTime): ResultDraft {
  if (!allowsNextAction(draft.result)) return { ...draft, action: 'none', at: '' };
  const proposed = draft.result === 'follow_up' && draft.action === 'none' ? 'call-back' : draft.action;
  return withTime({ ...draft, action: proposed }, time);
}

/** A call back is in the morning of the next working day, unless another time was chosen. What has passed is chosen anew. */
export function withTime(draft: ResultDraft, time: DraftTime): ResultDraft {
  const at = isPast(draft.at, time.now, null) ? '' : draft.at;
  return { ...draft, at: draft.action === 'call-back' && at === '' ? nextWorkingMorning(time) : at };
}

function plannedAt({ nextAction }: CallSession): string {
  return nextAction === null || nextAction.at === null ? '' : toLocalInput(nextAction.at);
}

function isPast(at: string, now: number, planned: string | null): boolean {
  const instant = fromLocalInput(at);
  return instant !== null && isInThePast(instant, now, planned);
}

/** At 10:00 in the reader's zone. */
function nextWorkingMorning({ now, holidays }: DraftTime): string {
  const day = new Date(now);
  do day.setDate(day.getDate() + 1);
  while (day.getDay() === 0 || day.getDay() === 6 || holidays.includes(toLocalDate(day)));
  return `${toLocalDate(day)}T10:00`;
}

export function resultOf({ result, action, at, note }: ResultDraft): RecordResult {
  return { result, nextAction: { kind: action, at: action === 'none' ? null : fromLocalInput(at) }, note };
}
