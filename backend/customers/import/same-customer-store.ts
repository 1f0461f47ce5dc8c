import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { customerNumbers, customers, doNotCall } from '../../db/schema/customers.ts';
import type { CustomerRow } from '../customer-store.ts';

/** Finds who is there already. */
export interface SameCustomerStore {
  /** Everybody who has the number, as the one that is dialled or as a further one; the oldest first. */
  withNumber(phoneNumber: string): readonly CustomerRow[];
}

export function createSameCustomerStore({ query }: Database): SameCustomerStore {
  const number = sql.placeholder('phoneNumber');
  const select = () =>
    query
      .select({ customer: customers, blockedNumber: doNotCall.phoneNumber })
      .from(customers)
      .leftJoin(doNotCall, eq(doNotCall.phoneNumber, customers.phoneNumber));
  // Two questions, each by an index, and no order asked for: another index would offer itself for that, and be read from end to end.
  const dialled = select().where(eq(customers.phoneNumber, number)).prepare();
  const further = select()
    .innerJoin(customerNumbers, eq(customerNumbers.customerId, customers.id))
    .where(eq(customerNumbers.phoneNumber, number))
    .prepare();
  return {
    withNumber: (phoneNumber) =>
      [...dialled.all({ phoneNumber }), ...further.all({ phoneNumber })]
        .map(({ customer, blockedNumber }) => ({ ...customer, doNotCall: blockedNumber !== null }))
        .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime()),
  };
}
