import { zodResolver } from '@hookform/resolvers/zod';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type UseFormReturn, useForm } from 'react-hook-form';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { applyCallEvent } from '../../platform/apply-event.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { draftOf, type ResultDraft, recalledDraft, resultDraftSchema, resultOf } from './result-draft.ts';

/** The form of a call's result, which goes on where it was left when another call came in between. */
export function useResultForm(call: CallSession): UseFormReturn<ResultDraft> {
  const { clock, drafts } = usePlatform();
  const form = useForm<ResultDraft>({
    defaultValues: recalledDraft(drafts.recall(call.id)) ?? draftOf(call, clock.now()),
    resolver: zodResolver(resultDraftSchema),
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

export function useSaveResult(
  call: CallSession,
  onSaved: () => void,
): UseMutationResult<CallSession, Error, ResultDraft> {
  const { api, drafts } = usePlatform();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (draft: ResultDraft) => api.recordResult(call.id, resultOf(draft)),
    onSuccess: (saved) => {
      drafts.drop(call.id);
      applyCallEvent(cache, { type: 'call-ended', call: saved });
      onSaved();
    },
  });
}
