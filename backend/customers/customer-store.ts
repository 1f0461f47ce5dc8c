import { and, asc, count, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Scope } from '../auth/visibility.ts';
import type { CustomerStatus } from '../contract/customers.ts';
import type { CustomerId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { customers, doNotCall } from '../db/schema/customers.ts';
import { type SearchTerms, searchTerms } from './search-terms.ts';

export type CustomerRow = typeof customers.$inferSelect & { readonly doNotCall: boolean };

export interface CustomerFilter {
  readonly scope: Scope;
  readonly search: string | null;
  readonly status: CustomerStatus | null;
  readonly offset: number;
  readonly limit: number;
}

export interface CustomerStore {
  find(customerId: CustomerId): CustomerRow | null;
  /** In the order of their names as they are read. */
  page(filter: CustomerFilter): { readonly rows: readonly CustomerRow[]; readonly total: number };
  withNumber(phoneNumber: string): readonly CustomerRow[];
  setStatus(customerId: CustomerId, status: CustomerStatus, at: Date): void;
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

  return {
    find(customerId) {
      const row = one.get({ id: customerId });
      return row ? rowOf(row) : null;
    },
    page(filter) {
      const condition = conditionOf(filter);
      const rows = select()
        .where(condition)
        .orderBy(asc(readingOrder), asc(customers.id))
        .limit(filter.limit)
        .offset(filter.offset)
        .all();
      const total = query.select({ total: count() }).from(customers).where(condition).get()?.total ?? 0;
      return { rows: rows.map(rowOf), total };
    },
    withNumber: (phoneNumber) => select().where(eq(customers.phoneNumber, phoneNumber)).all().map(rowOf),
    setStatus(customerId, status, at) {
      query.update(customers).set({ status, updatedAt: at }).where(eq(customers.id, customerId)).run();
    },
  };
}

interface JoinedRow {
  readonly customer: typeof customers.$inferSelect;
  readonly blockedNumber: string | null;
}

function rowOf({ customer, blockedNumber }: JoinedRow): CustomerRow {
  return { ...customer, doNotCall: blockedNumber !== null };
}

const readingOrder = sql`coalesce(${customers.companyKana}, ${customers.company})`;

function conditionOf({ scope, search, status }: CustomerFilter): SQL | undefined {
  return and(
    scope === 'all' ? undefined : or(isNull(customers.ownerId), eq(customers.ownerId, scope.agentId)),
    status === null ? undefined : eq(customers.status, status),
    search === null ? undefined : matches(searchTerms(search)),
  );
}

function matches({ text, reading, numbers }: SearchTerms): SQL | undefined {
  return or(
    contains(customers.company, text),
    contains(customers.person, text),
    contains(customers.companyKana, reading),
    ...numbers.map((number) => contains(customers.phoneNumber, number)),
  );
}

/** Not `LIKE`, in which `%` and `_` would mean something else than what was typed. */
function contains(column: SQLiteColumn, part: string): SQL {
  return sql`instr(lower(${column}), lower(${part})) > 0`;
}
