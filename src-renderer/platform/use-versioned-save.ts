import type { MutationKey } from '@tanstack/react-query';
import { useState } from 'react';
import { failureCode } from './api-failure.ts';
import { type FieldName, type Merge, mergeFields, type Versioned, yielding } from './field-merge.ts';
import { useSingleMutation } from './use-single-mutation.ts';

interface VersionedSaveOptions<Fields> {
  readonly mutationKey: MutationKey;
  /** Rejects with `changed-elsewhere` where a newer version than `basedOn` is there. */
  readonly write: (basedOn: number, fields: Fields) => Promise<Versioned<Fields>>;
  /** What is there now. */
  readonly read: () => Promise<Versioned<Fields>>;
  readonly onSaved: (saved: Versioned<Fields>) => void;
  readonly onRefused?: (error: Error) => void;
}

/** Two have changed the same fields: nothing is saved before it is said whose word counts. */
export interface Conflict<Fields> extends Merge<Fields> {
  readonly theirs: Versioned<Fields>;
}

export interface VersionedSave<Fields> {
  readonly save: (base: Versioned<Fields>, mine: Fields) => void;
  readonly conflict: Conflict<Fields> | null;
  /** Saves, with theirs in the fields that are given up. */
  readonly settle: (givenUp: ReadonlySet<FieldName<Fields>>) => void;
  /** Back to writing; what is there now is asked about again when it is saved. */
  readonly leaveConflict: () => void;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly reset: () => void;
}

interface Edit<Fields> {
  readonly base: Versioned<Fields>;
  readonly mine: Fields;
}

/** Saves fields without overwriting what somebody else, or another tab, has changed meanwhile. */
export function useVersionedSave<Fields extends object>(
  options: VersionedSaveOptions<Fields>,
): VersionedSave<Fields> {
  const { mutationKey, read, write, onSaved, onRefused } = options;
  const [conflict, setConflict] = useState<Conflict<Fields> | null>(null);
  const { mutate, error, isPending, data, reset } = useSingleMutation({
    mutationKey,
    mutationFn: (edit: Edit<Fields>) => saveOrMerge(edit, read, write),
    onSuccess: (outcome) => {
      setConflict(outcome.type === 'conflict' ? outcome.conflict : null);
      if (outcome.type === 'saved') onSaved(outcome.saved);
    },
    onError: (refusal) => onRefused?.(refusal),
  });
  return {
    save: (base, mine) => mutate({ base, mine }),
    conflict,
    settle: (givenUp) => {
      if (conflict === null) return;
      const { theirs, merged } = conflict;
      mutate({ base: theirs, mine: yielding(merged, theirs.fields, givenUp) });
    },
    leaveConflict: () => setConflict(null),
    error,
    isPending,
    isSuccess: data?.type === 'saved',
    reset,
  };
}

type Outcome<Fields> =
  | { readonly type: 'saved'; readonly saved: Versioned<Fields> }
  | { readonly type: 'conflict'; readonly conflict: Conflict<Fields> };

async function saveOrMerge<Fields extends object>(
  { base, mine }: Edit<Fields>,
  read: VersionedSaveOptions<Fields>['read'],
  write: VersionedSaveOptions<Fields>['write'],
): Promise<Outcome<Fields>> {
  try {
    return { type: 'saved', saved: await write(base.version, mine) };
  } catch (error) {
    if (failureCode(error) !== 'changed-elsewhere') throw error;
  }
  const theirs = await read();
  const merge = mergeFields({ base: base.fields, theirs: theirs.fields, mine });
  if (merge.conflicts.length > 0) return { type: 'conflict', conflict: { ...merge, theirs } };
  return saveOrMerge({ base: theirs, mine: merge.merged }, read, write);
}
