import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NumbersBlocked } from '../../../backend/contract/do-not-call.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { numberBatches } from './number-batches.ts';

interface ImportedList {
  readonly text: string;
  readonly note: string;
}

/** What has become of a list so far. */
export interface ImportedNumbers extends NumbersBlocked {
  /** Lines that the server has taken in. */
  readonly done: number;
  readonly lines: number;
}

interface ImportNumbers {
  readonly start: (list: ImportedList) => void;
  readonly progress: ImportedNumbers | null;
  readonly state: 'idle' | 'running' | 'done' | 'stopped';
  readonly error: Error | null;
  readonly reset: () => void;
}

/** Blocks the numbers of a list, one part after the other; what was taken in before a failure stays. */
export function useImportNumbers(): ImportNumbers {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const [progress, setProgress] = useState<ImportedNumbers | null>(null);
  const mutation = useSingleMutation({
    mutationKey: ['block-numbers'],
    mutationFn: async ({ text, note }: ImportedList) => {
      const batches = numberBatches(text);
      const lines = batches.reduce((sum, batch) => sum + batch.lines, 0);
      let so: ImportedNumbers = { added: 0, known: 0, problems: [], done: 0, lines };
      setProgress(so);
      for (const batch of batches) {
        so = withBatch(so, await api.blockNumbers({ text: batch.text, note }), batch);
        setProgress(so);
      }
    },
    onSettled: () => cache.invalidateQueries({ queryKey: queryKeys.blockedNumbers }),
  });
  return {
    start: mutation.mutate,
    progress,
    state: stateOf(mutation.status),
    error: mutation.error,
    reset: () => {
      setProgress(null);
      mutation.reset();
    },
  };
}

function withBatch(
  so: ImportedNumbers,
  { added, known, problems }: NumbersBlocked,
  { before, lines }: { readonly before: number; readonly lines: number },
): ImportedNumbers {
  return {
    added: so.added + added,
    known: so.known + known,
    problems: [...so.problems, ...problems.map((one) => ({ ...one, line: one.line + before }))],
    done: before + lines,
    lines: so.lines,
  };
}

function stateOf(status: 'idle' | 'pending' | 'success' | 'error'): ImportNumbers['state'] {
  return ({ idle: 'idle', pending: 'running', success: 'done', error: 'stopped' } as const)[status];
}
