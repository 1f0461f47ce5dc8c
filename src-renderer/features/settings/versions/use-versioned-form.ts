import { zodResolver } from '@hookform/resolvers/zod';
import type { MutationKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import {
  changedFields,
  type FieldName,
  mergeFields,
  same,
  type Versioned,
} from '../../../platform/field-merge.ts';
import { useVersionedSave, type VersionedSave } from '../../../platform/use-versioned-save.ts';
import { useKeptEdit, useKeptForm } from './use-kept-form.ts';

interface VersionedFormOptions<Fields extends FieldValues, Output> {
  /** Among the drafts of this tab. */
  readonly draftKey: string;
  readonly mutationKey: MutationKey;
  readonly saved: Versioned<Fields>;
  /** As it stands in the form, fit to be saved or not. */
  readonly draftSchema: z.ZodType<Fields>;
  /** Takes what the server takes. */
  readonly savableSchema: z.ZodType<Output, Fields>;
  readonly read: () => Promise<Versioned<Fields>>;
  /** Rejects with `changed-elsewhere` where a newer version than `basedOn` is there. */
  readonly write: (basedOn: number, fields: Fields) => Promise<Versioned<Fields>>;
}

export interface VersionedForm<Fields extends FieldValues, Output> {
  readonly form: UseFormReturn<Fields, unknown, Output>;
  /** What was edited. */
  readonly base: Versioned<Fields>;
  readonly save: VersionedSave<Fields>;
  /** In which something that was not saved is there again. */
  readonly resumed: readonly FieldName<Fields>[];
  readonly submit: () => void;
  /** Puts `fields` into the form, still to be saved; where it says so already, as what it is from now on, it is saved at once. */
  readonly goTo: (fields: Fields) => void;
  readonly discard: () => void;
  /** Saves again what the last save replaced; null while there is nothing to go back to. */
  readonly undo: (() => void) | null;
}

/** A form that is kept while it is not saved, put together with what was changed elsewhere, and whose last save can be taken back. */
export function useVersionedForm<Fields extends FieldValues, Output>(
  options: VersionedFormOptions<Fields, Output>,
): VersionedForm<Fields, Output> {
  const { draftKey, mutationKey, saved, savableSchema, read, write } = options;
  const kept = useKeptEdit(draftKey, options.draftSchema);
  const [resumed] = useState(() => (kept === null ? [] : changedFields(kept.base.fields, kept.draft)));
  const [base, setBase] = useState(kept?.base ?? saved);
  const [replaced, setReplaced] = useState<Replaced<Fields> | null>(null);
  const form = useForm<Fields, unknown, Output>({
    values: base.fields,
    resolver: zodResolver(savableSchema),
  });
  const { reset } = form;
  useEffect(() => {
    if (kept !== null) reset(kept.draft, { keepDefaultValues: true });
  }, [kept, reset]);
  useKeptForm(draftKey, form, base);

  const begin = (fresh: Versioned<Fields>): void => {
    setBase(fresh);
    reset(fresh.fields);
  };
  const save = useVersionedSave({ mutationKey, read, write, onSaved: begin });
  // What somebody else saved is shown at once where nothing was written yet, and put together with it where it was.
  const followOthers = useEffectEvent((): void => {
    if (saved.version <= base.version || form.formState.isDirty) return;
    begin(saved);
    // A save that is on its way tells of itself, and a version can be of other fields than these.
    if (save.isPending || same(saved.fields, base.fields)) return;
    setReplaced(null);
    save.reset();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: With each version that was saved.
  useEffect(() => followOthers(), [saved.version]);
  const submit = (): void =>
    void form.handleSubmit(() => {
      const by = form.getValues();
      setReplaced({ former: base.fields, by });
      save.save(base, by);
    })();
  const before = replaced === null ? base.fields : whatWasBefore(replaced, base.fields);
  const canGoBack = !same(before, base.fields) && savableSchema.safeParse(before).success;
  return {
    form,
    base,
    save,
    resumed,
    submit,
    goTo(fields) {
      reset(fields, { keepDefaultValues: true });
      if (same(fields, base.fields)) submit();
    },
    discard: () => {
      begin(saved);
      save.reset();
      save.leaveConflict();
    },
    undo: canGoBack
      ? () => {
          setReplaced(null);
          save.save(base, before);
        }
      : null,
  };
}

interface Replaced<Fields> {
  readonly former: Fields;
  readonly by: Fields;
}

/** What somebody else changed, with which the save was put together, is left as it is now. */
function whatWasBefore<Fields extends object>({ former, by }: Replaced<Fields>, now: Fields): Fields {
  return mergeFields({ base: by, theirs: now, mine: former }).merged;
}
