import { type ReactElement, use } from 'react';
import type { FieldValues } from 'react-hook-form';
import { type FieldName, mergeFields, yielding } from '../../../platform/field-merge.ts';
import { ConflictChoice } from '../../../ui/conflict-choice.tsx';
import { LockedContext } from '../locked-context.ts';
import type { VersionedForm } from './use-versioned-form.ts';

interface SettledConflictProps<Fields extends FieldValues, Output> {
  readonly edit: VersionedForm<Fields, Output>;
  readonly nameOf: (field: FieldName<Fields>) => string;
  /** What a field says, in words. */
  readonly wordsOf: (field: FieldName<Fields>, fields: Fields) => string;
}

/** Asks whose word counts where a save has met another, with what the form says by now; nothing while it has not, or when it is locked. */
export function SettledConflict<Fields extends FieldValues, Output>({
  edit: { form, base, save },
  nameOf,
  wordsOf,
}: SettledConflictProps<Fields, Output>): ReactElement | null {
  const locked = use(LockedContext);
  const { conflict } = save;
  if (conflict === null || locked) return null;
  const { theirs } = conflict;
  const mergeWith = (mine: Fields) => mergeFields({ base: base.fields, theirs: theirs.fields, mine });
  const { merged, conflicts } = mergeWith(form.watch());
  return (
    <ConflictChoice
      fields={conflicts}
      nameOf={nameOf}
      wordsOf={(field, whose) => wordsOf(field, whose === 'mine' ? merged : theirs.fields)}
      saving={save.isPending}
      onSettle={(givenUp) =>
        void form.handleSubmit(() =>
          save.save(theirs, yielding(mergeWith(form.getValues()).merged, theirs.fields, givenUp)),
        )()
      }
      onBack={save.leaveConflict}
    />
  );
}
