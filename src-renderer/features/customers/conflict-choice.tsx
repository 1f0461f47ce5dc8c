import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChangeCustomer } from '../../../backend/contract/customers.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fieldsOf } from './customer-draft.ts';
import { type CustomerField, leaving } from './customer-merge.ts';
import type { Conflict } from './use-customer-form.ts';
import { useFieldWords } from './use-field-words.ts';

interface ConflictChoiceProps {
  readonly conflict: Conflict;
  readonly saving: boolean;
  readonly onSettle: (changes: ChangeCustomer['changes']) => void;
}

/** Where two people have changed the same: for each field, whose word counts. */
export function ConflictChoice({ conflict, saving, onSettle }: ConflictChoiceProps): ReactElement {
  const { t } = useTranslation('customer');
  const [theirs, setTheirs] = useState<ReadonlySet<CustomerField>>(new Set());
  const choose = (field: CustomerField, whose: 'mine' | 'theirs'): void => {
    const others = [...theirs].filter((other) => other !== field);
    setTheirs(new Set(whose === 'theirs' ? [...others, field] : others));
  };
  return (
    <section aria-label={t('conflict.title')} className="flex flex-col gap-4">
      <Notice tone="warning">{t('conflict.title')}</Notice>
      <p className="text-sm">{t('conflict.lead')}</p>
      {conflict.conflicts.map((field) => (
        <FieldChoice
          key={field}
          field={field}
          mine={conflict.changes[field]}
          theirs={fieldsOf(conflict.theirs)[field]}
          chosen={theirs.has(field) ? 'theirs' : 'mine'}
          onChoose={(whose) => choose(field, whose)}
        />
      ))}
      <div>
        <Button tone="primary" busy={saving} onClick={() => onSettle(leaving(conflict.changes, theirs))}>
          {saving ? t('saving') : t('conflict.save')}
        </Button>
      </div>
    </section>
  );
}

interface FieldChoiceProps {
  readonly field: CustomerField;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly chosen: 'mine' | 'theirs';
  readonly onChoose: (whose: 'mine' | 'theirs') => void;
}

function FieldChoice({ field, mine, theirs, chosen, onChoose }: FieldChoiceProps): ReactElement {
  const { t } = useTranslation('customer');
  const words = useFieldWords();
  return (
    <fieldset className="min-w-0 rounded-sm border border-line-quiet p-3">
      <legend className="px-1 font-medium text-sm">{words.nameOf(field)}</legend>
      {(['mine', 'theirs'] as const).map((whose) => (
        <label key={whose} className="flex items-start gap-2 py-1 text-sm">
          <input
            type="radio"
            name={`conflict-${field}`}
            checked={chosen === whose}
            onChange={() => onChoose(whose)}
            className="mt-1 accent-accent"
          />
          <span className="w-24 shrink-0 text-text-quiet">{t(`conflict.${whose}`)}</span>
          <span className="min-w-0 whitespace-pre-wrap">
            {words.valueOf(field, whose === 'mine' ? mine : theirs) ?? t('conflict.nothing')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
