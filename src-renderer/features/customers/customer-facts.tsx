import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../backend/contract/customers.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { formatTimeZone } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { fieldsOf } from './customer-draft.ts';
import { CustomerStatusMark } from './customer-status-mark.tsx';
import { useFieldWords } from './use-field-words.ts';

/** What is known of a customer; what is not known is left out. */
export function CustomerFacts({ customer }: { readonly customer: Customer }): ReactElement {
  const { t } = useTranslation(['customer', 'customers']);
  const language = useLanguage();
  const words = useFieldWords();
  const fields = fieldsOf(customer);
  const plain = (field: keyof typeof fields): ReactNode => words.valueOf(field, fields[field]);
  const who = [customer.department, customer.person].filter((part) => part !== null).join(' ');
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('field.phoneNumber'), formatPhoneNumber(customer.phoneNumber)],
    [t('field.otherNumbers'), plain('otherNumbers')],
    [t('field.person'), who],
    [t('field.status'), <CustomerStatusMark key="status" customer={customer} />],
    [t('field.ownerId'), customer.owner?.name ?? t('customers:noOwner')],
    [t('field.tags'), customer.tags.length > 0 && <Tags key="tags" tags={customer.tags} />],
    [t('field.industry'), customer.industry],
    [t('field.address'), customer.address],
    [t('field.email'), customer.email !== null && <Mail key="mail" address={customer.email} />],
    [t('field.webForm'), customer.webForm !== null && <Outside key="form" address={customer.webForm} />],
    [t('field.bestTime'), plain('bestTime')],
    [t('field.timeZone'), customer.timeZone !== 'Asia/Tokyo' && formatTimeZone(customer.timeZone, language)],
    [t('field.note'), customer.note],
  ];
  return (
    <dl className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm [&_dt]:text-text-quiet">
      {facts.map(([name, value]) =>
        value === null || value === '' || value === false ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd className="whitespace-pre-wrap">{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }): ReactElement {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <span key={tag} className="rounded-sm border border-line px-1.5 text-xs">
          {tag}
        </span>
      ))}
    </span>
  );
}

function Mail({ address }: { readonly address: string }): ReactElement {
  return (
    <a href={`mailto:${address}`} className="text-accent underline">
      {address}
    </a>
  );
}

function Outside({ address }: { readonly address: string }): ReactElement {
  return (
    <a href={address} target="_blank" rel="noreferrer" className="text-accent underline">
      {address}
    </a>
  );
}
