import { eq, sql } from 'drizzle-orm';
import type { CustomerStatus } from '../contract/customers.ts';
import type { CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { customers, doNotCall } from '../db/schema/customers.ts';

export type CustomerRow = typeof customers.$inferSelect & { readonly doNotCall: boolean };
export type NewCustomer = typeof customers.$inferInsert & { readonly timeZone: string };
/** The columns that somebody may write. */
export type CustomerColumns = Omit<NewCustomer, 'id' | 'version' | 'createdAt' | 'updatedAt'>;

export interface CustomerStore {
  find(customerId: CustomerId): CustomerRow | null;
  /** Those who are dialled under this number. */
  withNumber(phoneNumber: string): readonly CustomerRow[];
  insert(customer: NewCustomer): void;
  /** Makes the next version. */
  update(customerId: CustomerId, columns: Partial<CustomerColumns>, at: Date): void;
  setStatus(customerId: CustomerId, status: CustomerStatus, at: Date): void;
  remove(customerId: CustomerId): void;
}

export function createCustomerStore({ query }: Database): CustomerStore {
  const select = () =>
    query
      .select({ customer: customers, blockedNumber: doNotCall.phoneNumber })
      .from(customers)
      .leftJoin(doNotCall, eq(doNotCall.phoneNumber, customers.phoneNumber));
  const one = select()
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare();

  const insert = query
    .insert(customers)
    .values({
      id: sql.placeholder('id'),
      company: sql.placeholder('company'),
      companyKana: sql.placeholder('companyKana'),
      person: sql.placeholder('person'),
      department: sql.placeholder('department'),
      phoneNumber: sql.placeholder('phoneNumber'),
      email: sql.placeholder('email'),
      webForm: sql.placeholder('webForm'),
      address: sql.placeholder('address'),
      industry: sql.placeholder('industry'),
      bestTime: sql.placeholder('bestTime'),
      ownerId: sql.placeholder('ownerId'),
      status: sql.placeholder('status'),
      note: sql.placeholder('note'),
      timeZone: sql.placeholder('timeZone'),
      createdAt: sql.placeholder('createdAt'),
      updatedAt: sql.placeholder('updatedAt'),
    })
    .prepare();

  function update(customerId: CustomerId, columns: Partial<CustomerColumns>, at: Date): void {
    query
      .update(customers)
      .set({ ...columns, version: sql`${customers.version} + 1`, updatedAt: at })
      .where(eq(customers.id, customerId))
      .run();
  }

  return {
    find(customerId) {
      const row = one.get({ id: customerId });
      return row ? rowOf(row) : null;
    },
    withNumber: (phoneNumber) => select().where(eq(customers.phoneNumber, phoneNumber)).all().map(rowOf),
    insert(customer) {
      insert.run({ ...empty, ...customer });
    },
    update,
    setStatus: (customerId, status, at) => update(customerId, { status }, at),
    remove(customerId) {
      query.delete(customers).where(eq(customers.id, customerId)).run();
    },
  };
}

/** Whatever a new customer comes without. */
const empty = {
  companyKana: null,
  person: null,
  department: null,
  email: null,
  webForm: null,
  address: null,
  industry: null,
  bestTime: null,
  ownerId: null,
  status: 'new',
  note: '',
} as const;

interface JoinedRow {
  readonly customer: typeof customers.$inferSelect;
  readonly blockedNumber: string | null;
}

function rowOf({ customer, blockedNumber }: JoinedRow): CustomerRow {
  return { ...customer, doNotCall: blockedNumber !== null };
}
