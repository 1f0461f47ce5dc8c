import {
  and,
  asc,
  desc,
  eq,
  exists,
  getTableColumns,
  isNull,
  lte,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Scope } from '../auth/visibility.ts';
import type { CustomerFilter } from '../contract/customers.ts';
import type { Database } from '../db/database.ts';
import { customers, customerTags, doNotCall, reminders } from '../db/schema/customers.ts';
import { customerImportRows } from '../db/schema/imports.ts';
import { type CursorValues, cursorOf, valuesOf } from './customer-cursor.ts';
import { isFound } from './customer-search-store.ts';
import type { CustomerRow } from './customer-store.ts';

export interface CustomerListRequest {
  readonly scope: Scope;
  readonly filter: CustomerFilter;
  /** What is due, is due by then. */
  readonly now: Date;
}

export interface CustomerListStore {
  /** `next` is null on the last page. Throws `invalid-input` for a cursor of another order. */
  page(request: CustomerListRequest & { readonly after: string | null; readonly limit: number }): {
    readonly rows: readonly CustomerRow[];
    readonly next: string | null;
  };
  /** How many there are; more than `countedAtMost` are not counted. */
  count(request: CustomerListRequest): number;
}

/** Rows. Counting costs time for each of them, and nobody reads the last digits of more. */
export const countedAtMost = 10_000;

export function createCustomerListStore({ query }: Database): CustomerListStore {
  return {
    page({ after, limit, ...request }) {
      const sort = request.filter.sort ?? 'reading';
      const order = orders[sort];
      const rows = query
        .select({ ...getTableColumns(customers), blockedNumber: doNotCall.phoneNumber })
        .from(customers)
        .leftJoin(doNotCall, eq(doNotCall.phoneNumber, customers.phoneNumber))
        .where(and(conditionOf(request), after === null ? undefined : beyond(order, valuesOf(sort, after))))
        .orderBy(...order.columns.map((column) => (order.newestFirst ? desc(column) : asc(column))))
        .limit(limit + 1)
        .all()
        .map(({ blockedNumber, ...row }) => ({ ...row, doNotCall: blockedNumber !== null }));
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const more = rows.length > limit && last !== undefined;
      return { rows: page, next: more ? cursorOf(sort, order.valuesOf(last)) : null };
    },
    count(request) {
      const some = query
        .select({ one: sql`1`.as('one') })
        .from(customers)
        .where(conditionOf(request))
        .limit(countedAtMost + 1)
        .as('some');
      return query.select({ rows: sql<number>`count(*)` }).from(some).get()?.rows ?? 0;
    },
  };
}

interface Order {
  readonly columns: readonly SQLiteColumn[];
  readonly newestFirst: boolean;
  readonly valuesOf: (row: CustomerRow) => CursorValues;
}

const orders: Record<NonNullable<CustomerFilter['sort']>, Order> = {
  reading: {
    columns: [customers.reading, customers.id],
    newestFirst: false,
    valuesOf: ({ reading, id }) => [reading ?? '', id],
  },
  status: {
    columns: [customers.status, customers.reading, customers.id],
    newestFirst: false,
    valuesOf: ({ status, reading, id }) => [status, reading ?? '', id],
  },
  newest: {
    columns: [customers.createdAt, customers.id],
    newestFirst: true,
    valuesOf: ({ createdAt, id }) => [createdAt.getTime(), id],
  },
  changed: {
    columns: [customers.updatedAt, customers.id],
    newestFirst: true,
    valuesOf: ({ updatedAt, id }) => [updatedAt.getTime(), id],
  },
};

function beyond({ columns, newestFirst }: Order, values: CursorValues): SQL {
  const key = sql.join([...columns], sql`, `);
  const place = sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
  return newestFirst ? sql`(${key}) < (${place})` : sql`(${key}) > (${place})`;
}

function conditionOf({ scope, filter, now }: CustomerListRequest): SQL | undefined {
  const { status, owner, tag, blocked, reminder, importId } = filter;
  return and(
    scope === 'all' ? undefined : or(isNull(customers.ownerId), eq(customers.ownerId, scope.agentId)),
    status === undefined ? undefined : eq(customers.status, status),
    owner === undefined ? undefined : ownedBy(owner),
    tag === undefined ? undefined : tagged(tag),
    blocked === undefined ? undefined : isBlocked(blocked),
    reminder === undefined ? undefined : reminded(reminder, now),
    importId === undefined ? undefined : imported(importId),
    isFound(customers.id, filter.search ?? ''),
  );
}

function ownedBy(owner: NonNullable<CustomerFilter['owner']>): SQL | undefined {
  return owner === 'nobody' ? isNull(customers.ownerId) : eq(customers.ownerId, owner);
}

function tagged(tag: string): SQL {
  return sql`${customers.id} in (select ${customerTags.customerId} from ${customerTags} where ${customerTags.tag} = ${tag})`;
}

function isBlocked(blocked: NonNullable<CustomerFilter['blocked']>): SQL {
  const condition = exists(
    sql`(select 1 from ${doNotCall} where ${doNotCall.phoneNumber} = ${customers.phoneNumber})`,
  );
  return blocked === 'yes' ? condition : not(condition);
}

function reminded(which: NonNullable<CustomerFilter['reminder']>, now: Date): SQL {
  const due = which === 'due' ? sql`and ${lte(reminders.dueAt, now)}` : sql``;
  const open = sql`select ${reminders.customerId} from ${reminders} where ${reminders.doneAt} is null ${due}`;
  return which === 'none' ? sql`${customers.id} not in (${open})` : sql`${customers.id} in (${open})`;
}

function imported(importId: NonNullable<CustomerFilter['importId']>): SQL {
  const { customerId, importId: of, outcome } = customerImportRows;
  return sql`${customers.id} in (select ${customerId} from ${customerImportRows} where ${eq(of, importId)} and ${eq(outcome, 'created')})`;
}
