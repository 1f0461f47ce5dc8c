import type { ReactElement } from 'react';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { fieldsOf } from './customer-draft.ts';
import { leaving } from './customer-merge.ts';
import type { Conflict, CustomerEdit } from './use-customer-form.ts';
import { useFieldWords } from './use-field-words.ts';

interface CustomerConflictProps {
  readonly conflict: Conflict;
  readonly edit: Pick<CustomerEdit, 'saving' | 'error' | 'settle' | 'leaveConflict'>;
}

/** Where two people have changed the same of a customer. */
export function CustomerConflict({ conflict, edit }: CustomerConflictProps): ReactElement {
  const words = useFieldWords();
  const { changes, theirs } = conflict;
  return (
    <div className="flex flex-col gap-3">
      <ConflictChoice
        fields={conflict.conflicts}
        nameOf={words.nameOf}
        wordsOf={(field, whose) =>
          words.valueOf(field, whose === 'mine' ? changes[field] : fieldsOf(theirs)[field]) ?? ''
        }
        saving={edit.saving}
        onSettle={(givenUp) => edit.settle(leaving(changes, givenUp))}
        onBack={edit.leaveConflict}
      />
      {edit.error !== null && <FailureNotice error={edit.error} />}
    </div>
  );
}
