import { zodResolver } from '@hookform/resolvers/zod';
import { type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { ApiFailure } from '../../platform/api-failure.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useSession } from '../../platform/queries.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import {
  type DraftTime,
  draftOf,
  draftProblemSchema,
  type ResultDraft,
  recalledDraft,
  resultOf,
  savableDraftSchema,
  withTime,
} from './result-draft.ts';

/** The form of a call's result, which goes on where it was left when another call came in between. */
export function useResultForm(call: CallSession): UseFormReturn<ResultDraft> {
  const { drafts } = usePlatform();
  const draftTime = useDraftTime();
  const draft = recalledDraft(drafts.recall(call.id)) ?? draftOf(call, draftTime());
  const form = useForm<ResultDraft>({
    defaultValues: call.resultConfirmed ? draft : withTime(draft, draftTime()),
    resolver: zodResolver(savableDraftSchema(call, () => draftTime().now)),
  });

  const { subscribe } = form;
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => drafts.keep(call.id, values),
      }),
    [subscribe, drafts, call.id],
  );
  return form;
}

/** The moment at which it is asked for. */
export function useDraftTime(): () => DraftTime {
  const { clock } = usePlatform();
  const holidays = useSession().data?.holidays ?? [];
  return () => ({ now: clock.now(), holidays });
}

export function useSaveResult(
  call: CallSession,
  form: UseFormReturn<ResultDraft>,
  onSaved: () => void,
): UseMutationResult<CallSession, Error, ResultDraft> {
  const { api, drafts } = usePlatform();
  const cache = useQueryClient();
  return useSingleMutation({
    mutationKey: ['record-result', call.id],
    mutationFn: (draft: ResultDraft) => api.recordResult(call.id, resultOf(draft)),
    onSuccess: (saved) => {
      drafts.drop(call.id);
      applyCallEvent(cache, { type: 'call-ended', call: saved });
      onSaved();
    },
    onError: (error) => showProblems(form, error),
  });
}

const fieldOf = new Map<string, keyof ResultDraft>([
  ['result', 'result'],
  ['nextAction.kind', 'action'],
  ['nextAction.at', 'at'],
  ['note', 'note'],
]);

/** What only the server could know is said beside the field, too. */
function showProblems(form: UseFormReturn<ResultDraft>, error: Error): void {
  if (!(error instanceof ApiFailure)) return;
  for (const { path, problem } of error.fields) {
    const field = fieldOf.get(path);
    const known = draftProblemSchema.safeParse(problem);
    if (field !== undefined && known.success) form.setError(field, { message: known.data });
  }
}
