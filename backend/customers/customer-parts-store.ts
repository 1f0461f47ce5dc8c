import { asc, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { customerNumbers, customerTags } from '../db/schema/customers.ts';

/** What a customer has several of, besides the columns. */
export interface CustomerParts {
  readonly otherNumbers: readonly string[];
  readonly tags: readonly string[];
}

export interface CustomerPartsStore {
  /** Customers without any may be missing. */
  of(customerIds: readonly CustomerId[]): ReadonlyMap<CustomerId, CustomerParts>;
  setNumbers(customerId: CustomerId, numbers: readonly string[]): void;
  setTags(customerId: CustomerId, tags: readonly string[]): void;
  /** The tags in use, the most frequent first. */
  tags(): readonly { readonly tag: string; readonly customers: number }[];
}

export const noParts: CustomerParts = { otherNumbers: [], tags: [] };

export function createCustomerPartsStore({ query }: Database): CustomerPartsStore {
  // Imports write some of them for each row.
  const ofCustomer = sql.placeholder('customerId');
  const clearNumbers = query
    .delete(customerNumbers)
    .where(eq(customerNumbers.customerId, ofCustomer))
    .prepare();
  const addNumber = query
    .insert(customerNumbers)
    .values({
      customerId: ofCustomer,
      phoneNumber: sql.placeholder('phoneNumber'),
      position: sql.placeholder('position'),
    })
    .prepare();
  const clearTags = query.delete(customerTags).where(eq(customerTags.customerId, ofCustomer)).prepare();
  const addTag = query
    .insert(customerTags)
    .values({ customerId: ofCustomer, tag: sql.placeholder('tag') })
    .prepare();

  return {
    of(customerIds) {
      const ids = [...customerIds];
      const numbers = query
        .select()
        .from(customerNumbers)
        .where(inArray(customerNumbers.customerId, ids))
        .orderBy(asc(customerNumbers.position))
        .all();
      const tags = query
        .select()
        .from(customerTags)
        .where(inArray(customerTags.customerId, ids))
        .orderBy(asc(customerTags.tag))
        .all();
      const parts = new Map(ids.map((id) => [id, emptyParts()]));
      for (const { customerId, phoneNumber } of numbers)
        parts.get(customerId)?.otherNumbers.push(phoneNumber);
      for (const { customerId, tag } of tags) parts.get(customerId)?.tags.push(tag);
      return parts;
    },
    setNumbers(customerId, numbers) {
      clearNumbers.run({ customerId });
      for (const [position, phoneNumber] of numbers.entries()) {
        addNumber.run({ customerId, phoneNumber, position });
      }
    },
    setTags(customerId, tags) {
      clearTags.run({ customerId });
      for (const tag of tags) addTag.run({ customerId, tag });
    },
    tags: () =>
      query
        .select({ tag: customerTags.tag, customers: count() })
        .from(customerTags)
        .groupBy(customerTags.tag)
        .orderBy(desc(count()), asc(customerTags.tag))
        .limit(500)
        .all(),
  };
}

function emptyParts(): { otherNumbers: string[]; tags: string[] } {
  return { otherNumbers: [], tags: [] };
}
