import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportSettings, importSettingsSchema } from '../../../../backend/contract/customer-imports.ts';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { Choices } from '../../../ui/choices.tsx';
import { Field, lineClass } from '../../../ui/field.tsx';
import { useOwners } from '../use-owners.ts';

interface ImportRulesProps {
  readonly settings: ImportSettings;
  readonly onChange: (changes: Partial<ImportSettings>) => void;
}

const { duplicates, matchedBy } = importSettingsSchema.shape;

/** What becomes of customers who are there already, and whose the others are. */
export function ImportRules({ settings, onChange }: ImportRulesProps): ReactElement {
  const { t } = useTranslation('customerImports');
  const owners = useOwners();
  return (
    <div className="flex flex-col gap-3">
      <Rule title={t('duplicates.title')}>
        <Choices
          label={t('duplicates.title')}
          value={settings.duplicates}
          options={duplicates.options.map((value) => ({ value, label: t(`duplicates.${value}`) }))}
          onChange={(value) => onChange({ duplicates: value })}
        />
      </Rule>
      <Rule title={t('matchedBy.title')}>
        <Choices
          label={t('matchedBy.title')}
          value={settings.matchedBy}
          options={matchedBy.unwrap().options.map((value) => ({ value, label: t(`matchedBy.${value}`) }))}
          onChange={(value) => onChange({ matchedBy: value })}
        />
      </Rule>
      <div className="max-w-80">
        <Field label={t('owner')}>
          {(control) => (
            <select
              {...control}
              value={settings.ownerId ?? ''}
              onChange={({ target }) =>
                onChange({ ownerId: agentIdSchema.safeParse(target.value).data ?? null })
              }
              className={lineClass}
            >
              <option value="">{t('noOwner')}</option>
              {owners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </div>
  );
}

function Rule({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="flex flex-col items-start gap-1">
      <span aria-hidden className="font-medium text-sm">
        {title}
      </span>
      {children}
    </div>
  );
}
