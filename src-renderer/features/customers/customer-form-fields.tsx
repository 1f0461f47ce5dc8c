import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { customerStatusSchema } from '../../../backend/contract/customers.ts';
import { Field, inputClass, lineClass } from '../../ui/field.tsx';
import type { CustomerDraft } from './customer-draft.ts';
import type { CustomerForm } from './use-customer-form.ts';
import { useOwners } from './use-owners.ts';

interface FieldsProps {
  readonly form: CustomerForm;
}

/** Everything of a customer that somebody may write. */
export function CustomerFormFields({ form }: FieldsProps): ReactElement {
  const { t } = useTranslation('customer');
  return (
    <>
      <Section title={t('section.company')}>
        <Line form={form} name="company" />
        <Line form={form} name="companyKana" />
        <Line form={form} name="department" />
        <Line form={form} name="person" />
        <Line form={form} name="industry" />
        <Line form={form} name="address" />
      </Section>
      <Section title={t('section.contact')}>
        <Line form={form} name="phoneNumber" type="tel" hint={t('hint.phoneNumber')} />
        <Lines form={form} name="otherNumbers" hint={t('hint.otherNumbers')} />
        <Line form={form} name="email" type="email" />
        <Line form={form} name="webForm" type="url" />
      </Section>
      <Section title={t('section.sales')}>
        <StatusField form={form} />
        <OwnerField form={form} />
        <Line form={form} name="tags" hint={t('hint.tags')} />
        <Lines form={form} name="note" />
      </Section>
      <Section title={t('section.calling')}>
        <BestTimeField form={form} />
        <TimeZoneField form={form} />
      </Section>
    </>
  );
}

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-semibold text-base">{title}</legend>
      <div className="grid grid-cols-1 items-start gap-x-4 gap-y-3 strip:grid-cols-2">{children}</div>
    </fieldset>
  );
}

interface LineProps extends FieldsProps {
  readonly name: Exclude<keyof CustomerDraft, 'bestTime'>;
  readonly type?: 'text' | 'tel' | 'email' | 'url';
  readonly hint?: string;
  readonly list?: string;
}

function Line({ form, name, type = 'text', hint, list }: LineProps): ReactElement {
  const { t } = useTranslation('customer');
  return (
    <Field
      label={t(`field.${name}`)}
      {...(hint !== undefined && { hint })}
      problem={form.formState.errors[name] && t(`problem.${name}`)}
    >
      {(control) => (
        <input
          type={type}
          autoComplete="off"
          list={list}
          {...control}
          {...form.register(name)}
          className={inputClass}
        />
      )}
    </Field>
  );
}

function Lines({ form, name, hint }: LineProps): ReactElement {
  const { t } = useTranslation('customer');
  return (
    <Field
      label={t(`field.${name}`)}
      {...(hint !== undefined && { hint })}
      problem={form.formState.errors[name] && t(`problem.${name}`)}
    >
      {(control) => <textarea rows={2} {...control} {...form.register(name)} className={inputClass} />}
    </Field>
  );
}

function StatusField({ form }: FieldsProps): ReactElement {
  const { t } = useTranslation(['customer', 'vocabulary']);
  return (
    <Field label={t('field.status')}>
      {(control) => (
        <select {...control} {...form.register('status')} className={lineClass}>
          {customerStatusSchema.options.map((status) => (
            <option key={status} value={status}>
              {t(`vocabulary:customerStatus.${status}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function OwnerField({ form }: FieldsProps): ReactElement {
  const { t } = useTranslation(['customer', 'customers']);
  const owners = useOwners();
  // Controlled: the owners come after the form, and an uncontrolled field would have lost its choice by then.
  return (
    <Field label={t('field.ownerId')} problem={form.formState.errors.ownerId && t('problem.ownerId')}>
      {(control) => (
        <select
          {...control}
          {...form.register('ownerId')}
          value={form.watch('ownerId')}
          className={lineClass}
        >
          <option value="">{t('customers:filter.nobody')}</option>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function BestTimeField({ form }: FieldsProps): ReactElement {
  const { t } = useTranslation('customer');
  const problem = form.formState.errors.bestTime && t('problem.bestTime');
  return (
    <Field label={t('field.bestTime')} hint={t('hint.bestTime')} problem={problem}>
      {(control) => (
        <span className="flex items-center gap-2">
          <input
            type="time"
            {...control}
            aria-label={`${t('field.bestTime')} ${t('from')}`}
            {...form.register('bestTime.from')}
            className={lineClass}
          />
          <span aria-hidden>–</span>
          <input
            type="time"
            aria-label={`${t('field.bestTime')} ${t('to')}`}
            aria-invalid={control['aria-invalid']}
            {...form.register('bestTime.to')}
            className={lineClass}
          />
        </span>
      )}
    </Field>
  );
}

function TimeZoneField({ form }: FieldsProps): ReactElement {
  const listId = useId();
  return (
    <>
      <Line form={form} name="timeZone" list={listId} />
      <datalist id={listId}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
