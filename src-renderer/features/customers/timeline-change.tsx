import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { z } from 'zod';
import { auditedActions } from '../../../backend/contract/audit.ts';
import type { TimelineEntry } from '../../../backend/contract/customer-timeline.ts';
import { importIdSchema } from '../../../backend/contract/ids.ts';
import type { CustomerField } from './customer-merge.ts';
import { knownFields, useFieldWords } from './use-field-words.ts';

type Change = Extract<TimelineEntry, { type: 'change' | 'import' | 'block' }>;

const actionSchema = z
  .enum([...auditedActions.customer, ...auditedActions['phone-number'], 'other'])
  .catch('other');

const originSchema = z.object({ importId: importIdSchema, row: z.int() });
const reasonSchema = z.object({ reason: z.string() });

/** Who changed what, from what to what. */
export function TimelineChange({ entry }: { readonly entry: Change }): ReactElement {
  const { t } = useTranslation('customer');
  const origin = originSchema.safeParse(entry.after).data;
  // A reason in words is given for lifting a block alone; others are codes.
  const reason = entry.action === 'unblocked' ? reasonSchema.safeParse(entry.after).data?.reason : undefined;
  return (
    <>
      <p>
        {t(`timeline.action.${actionSchema.parse(entry.action)}`)}
        <span className="ml-2 text-text-quiet">
          {entry.by === null ? t('timeline.system') : t('timeline.by', { name: entry.by })}
        </span>
        {origin !== undefined && (
          <Link href={`/customers/imports/${origin.importId}`} className="ml-2 text-accent underline">
            {t('timeline.row', { row: origin.row })}
          </Link>
        )}
      </p>
      {reason !== undefined && <p className="text-text-quiet">{t('timeline.reason', { reason })}</p>}
      {entry.action !== 'added' && <Fields entry={entry} />}
    </>
  );
}

function Fields({ entry: { before, after } }: { readonly entry: Change }): ReactElement {
  const { t } = useTranslation('customer');
  const words = useFieldWords();
  const wordsOf = (field: CustomerField, facts: Change['after']): string =>
    words.valueOf(field, facts?.[field]) ?? t('timeline.nothing');
  const changes = knownFields(after)
    .map((field) => ({ field, was: wordsOf(field, before), is: wordsOf(field, after) }))
    .filter(({ was, is }) => was !== is);
  return (
    <ul className="text-text-quiet">
      {changes.map(({ field, was, is }) => (
        <li key={field}>
          <span className="mr-2">{words.nameOf(field)}</span>
          <span className="text-text">{t('timeline.fromTo', { before: was, after: is })}</span>
        </li>
      ))}
    </ul>
  );
}
