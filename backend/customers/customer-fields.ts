import { IANAZone } from 'luxon';
import type { CustomerFields } from '../contract/customers.ts';
import { type InvalidFields, InvalidInput } from '../kernel/invalid-input.ts';
import { e164Of } from '../kernel/phone-number.ts';
import type { CustomerParts } from './customer-parts-store.ts';
import type { CustomerColumns } from './customer-store.ts';

/** Some fields of a customer, as they are kept. */
export interface KeptFields {
  readonly columns: Partial<CustomerColumns>;
  readonly parts: Partial<CustomerParts>;
}

type Written = { readonly [Field in keyof CustomerFields]?: CustomerFields[Field] | undefined };

/**
 * Numbers as E.164, nothing twice, without what was left out. Refuses, with `invalid-input`, numbers and zones that do not exist; `path` is
 * where the fields are in the request.
 */
export function keptFields(written: Written, path = ''): KeptFields {
  const { phoneNumber, otherNumbers, tags, ...columns } = written;
  const problems: InvalidFields = [];

  function numberAt(at: string, number: string): string {
    const known = e164Of(number);
    if (known === null) problems.push({ path: `${path}${at}`, problem: 'phone-number' });
    return known ?? '';
  }

  const main = phoneNumber === undefined ? {} : { phoneNumber: numberAt('phoneNumber', phoneNumber) };
  const others = otherNumbers?.map((number, at) => numberAt(`otherNumbers.${at}`, number));
  if (columns.timeZone !== undefined && !IANAZone.isValidZone(columns.timeZone)) {
    problems.push({ path: `${path}timeZone`, problem: 'time-zone' });
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return {
    columns: { ...defined(columns), ...main },
    parts: {
      ...(others === undefined
        ? {}
        : { otherNumbers: distinct(others).filter((one) => one !== main.phoneNumber) }),
      ...(tags === undefined ? {} : { tags: distinct(tags).toSorted() }),
    },
  };
}

type Defined<Fields> = { -readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Without what is there in name only. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const kept: Defined<Fields> = { ...fields };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
