import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useId } from 'react';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CampaignSource } from '../../../../backend/contract/campaigns.ts';
import type { CustomerFilter } from '../../../../backend/contract/customers.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { Choices } from '../../../ui/choices.tsx';
import { Field, lineClass } from '../../../ui/field.tsx';
import type { SourceDraft } from './source-draft.ts';

export type SourceForm = UseFormReturn<SourceDraft, unknown, CampaignSource>;

/** The ways to narrow customers down, which the page has from the list of customers. */
export type FilterFields = (filter: CustomerFilter, onChange: (filter: CustomerFilter) => void) => ReactNode;

interface SourceFieldsProps {
  readonly form: SourceForm;
  readonly filterFields: FilterFields;
}

/** Whom a campaign is to call: by a saved view, by a filter, by a file, or those who were chosen in the list. */
export function SourceFields({ form, filterFields }: SourceFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const type = form.watch('type');
  const chosen = form.watch('customerIds').length;
  const types = ['view', 'filter', 'import', ...(chosen > 0 ? (['customers'] as const) : [])] as const;
  return (
    <div className="flex flex-col items-start gap-2">
      <Controller
        control={form.control}
        name="type"
        render={({ field: { value, onChange } }) => (
          <Choices
            label={t('form.field.source')}
            value={value}
            options={types.map((name) => ({ value: name, label: t(`form.sourceType.${name}`) }))}
            onChange={onChange}
          />
        )}
      />
      {type === 'view' && <ViewField form={form} />}
      {type === 'filter' && <FilterField form={form} fields={filterFields} />}
      {type === 'import' && <ImportField form={form} />}
      {type === 'customers' && <p className="text-sm">{t('source.customers', { number: chosen })}</p>}
      <p className="text-pretty text-text-quiet text-xs">{t('form.hint.source')}</p>
    </div>
  );
}

function ViewField({ form }: Pick<SourceFieldsProps, 'form'>): ReactElement {
  const { t } = useTranslation('campaigns');
  const { api } = usePlatform();
  const views = useQuery({ queryKey: queryKeys.customerViews, queryFn: api.customerViews }).data;
  const problem = form.formState.errors.viewId && t('form.problem.view');
  const way = { href: '/customers', way: t('form.toCustomers') };
  if (views?.length === 0) return <None words={t('form.noViews')} {...way} problem={problem} />;
  return (
    <div className="w-full max-w-100">
      <Field label={t('form.field.view')} problem={problem}>
        {(control) => (
          <select
            {...control}
            {...form.register('viewId')}
            value={form.watch('viewId')}
            className={lineClass}
          >
            <option value="">{t('form.chooseView')}</option>
            {views?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

interface FilterFieldProps extends Pick<SourceFieldsProps, 'form'> {
  readonly fields: FilterFields;
}

function FilterField({ form, fields }: FilterFieldProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const searchId = useId();
  return (
    <Controller
      control={form.control}
      name="filter"
      render={({ field: { value, onChange, ref } }) => (
        <div className="flex w-full flex-col gap-1.5">
          <input
            ref={ref}
            id={searchId}
            type="search"
            aria-label={t('form.search')}
            placeholder={t('form.search')}
            value={value.search ?? ''}
            maxLength={100}
            onChange={({ target }) =>
              onChange({ ...value, search: target.value === '' ? undefined : target.value })
            }
            className={`max-w-100 ${lineClass}`}
          />
          <div className="-ml-2 flex flex-wrap items-center gap-x-1">{fields(value, onChange)}</div>
        </div>
      )}
    />
  );
}

function ImportField({ form }: Pick<SourceFieldsProps, 'form'>): ReactElement {
  const { t } = useTranslation('campaigns');
  const { api } = usePlatform();
  const imports = useQuery({ queryKey: queryKeys.customerImports, queryFn: api.customerImports }).data;
  const taken = imports?.filter(({ counts }) => counts.created + counts.updated > 0);
  const problem = form.formState.errors.importId && t('form.problem.import');
  const way = { href: '/customers/imports', way: t('form.toImports') };
  if (taken?.length === 0) return <None words={t('form.noImports')} {...way} problem={problem} />;
  return (
    <div className="flex w-full max-w-100 flex-col gap-1.5">
      <Field label={t('form.field.import')} problem={problem}>
        {(control) => (
          <select
            {...control}
            {...form.register('importId')}
            value={form.watch('importId')}
            className={lineClass}
          >
            <option value="">{t('form.chooseImport')}</option>
            {taken?.map(({ id, fileName, counts }) => (
              <option key={id} value={id}>
                {fileName} ({t('customers', { number: counts.created + counts.updated })})
              </option>
            ))}
          </select>
        )}
      </Field>
      <Link href={way.href} className="self-start text-accent text-sm underline">
        {way.way}
      </Link>
    </div>
  );
}

interface NoneProps {
  readonly words: string;
  readonly href: string;
  readonly way: string;
  readonly problem: string | undefined;
}

/** In place of a choice of which there is none: how one comes here. */
function None({ words, href, way, problem }: NoneProps): ReactElement {
  return (
    <div className="flex flex-col gap-1">
      <p className="text-pretty text-sm">
        <span className="text-text-quiet">{words}</span>{' '}
        <Link href={href} className="text-accent underline">
          {way}
        </Link>
      </p>
      {problem !== undefined && (
        <p role="alert" className="text-state-failed text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
