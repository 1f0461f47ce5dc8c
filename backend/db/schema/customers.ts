import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CustomerFilter, CustomerStatus, TimeOfDay } from '../../contract/customers.ts';
import type { AgentId, CallId, CustomerId, ReminderId, ViewId } from '../../contract/ids.ts';
import { user } from './accounts.ts';

/** Triggers keep their full text index, `customer_search`, with every change: docs/decisions/0025-search-by-pairs.md */
export const customers = sqliteTable(
  'customers',
  {
    id: text().$type<CustomerId>().primaryKey(),
    company: text().notNull(),
    companyKana: text(),
    /** What they are ordered by. */
    reading: text().generatedAlwaysAs(sql`coalesce(company_kana, company)`, { mode: 'virtual' }),
    person: text(),
    department: text(),
    /** The one that is dialled; further ones are in `customer_numbers`. */
    phoneNumber: text().notNull(),
    email: text(),
    webForm: text(),
    address: text(),
    industry: text(),
    bestTime: text({ mode: 'json' }).$type<TimeOfDay>(),
    ownerId: text()
      .$type<AgentId>()
      .references(() => user.id, { onDelete: 'set null' }),
    status: text().$type<CustomerStatus>().notNull().default('new'),
    note: text().notNull().default(''),
    timeZone: text().notNull().default('Asia/Tokyo'),
    /** Counts the changes, so that nobody overwrites one they have not seen. */
    version: integer().notNull().default(1),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    index('customers_by_number').on(table.phoneNumber),
    index('customers_by_owner').on(table.ownerId),
    // One for each order of the list, with what its filters ask: most rows are passed over without being read.
    index('customers_by_reading').on(table.reading, table.id, table.ownerId, table.status),
    index('customers_by_status').on(table.status, table.reading, table.id, table.ownerId),
    index('customers_by_creation').on(table.createdAt, table.id, table.ownerId, table.status),
    index('customers_by_change').on(table.updatedAt, table.id, table.ownerId, table.status),
  ],
);

/** Further numbers of a customer, in the order in which they were given. */
export const customerNumbers = sqliteTable(
  'customer_numbers',
  {
    customerId: text()
      .$type<CustomerId>()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    phoneNumber: text().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.phoneNumber] }),
    index('customer_numbers_by_number').on(table.phoneNumber),
  ],
);

export const customerTags = sqliteTable(
  'customer_tags',
  {
    tag: text().notNull(),
    customerId: text()
      .$type<CustomerId>()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.tag, table.customerId] }),
    index('customer_tags_by_customer').on(table.customerId),
  ],
);

/** The rows of the full text index `customer_search`, which knows customers by number only. */
export const customerSearchRows = sqliteTable('customer_search_rows', {
  number: integer().primaryKey({ autoIncrement: true }),
  customerId: text().$type<CustomerId>().notNull().unique(),
});

/** Lists that an agent keeps under a name. */
export const customerViews = sqliteTable(
  'customer_views',
  {
    id: text().$type<ViewId>().primaryKey(),
    agentId: text()
      .$type<AgentId>()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    filter: text({ mode: 'json' }).$type<CustomerFilter>().notNull(),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('customer_views_by_agent').on(table.agentId)],
);

/** 特定商取引法 17条: after a refusal, never again. One row a number, for the whole company. */
export const doNotCall = sqliteTable('do_not_call', {
  phoneNumber: text().primaryKey(),
  reason: text({ enum: ['rejection', 'do-not-call', 'agent', 'listed'] }).notNull(),
  source: text({ enum: ['call', 'by-hand', 'import'] })
    .notNull()
    .default('call'),
  /** Why, in the words of whoever put it on the list. */
  note: text().notNull().default(''),
  callId: text().$type<CallId>(),
  addedBy: text().$type<AgentId>(),
  addedAt: integer({ mode: 'timestamp_ms' }).notNull(),
});

export const reminders = sqliteTable(
  'reminders',
  {
    id: text().$type<ReminderId>().primaryKey(),
    customerId: text()
      .$type<CustomerId>()
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    agentId: text()
      .$type<AgentId>()
      .references(() => user.id, { onDelete: 'set null' }),
    callId: text().$type<CallId>(),
    dueAt: integer({ mode: 'timestamp_ms' }).notNull(),
    note: text().notNull().default(''),
    doneAt: integer({ mode: 'timestamp_ms' }),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    index('reminders_by_due').on(table.doneAt, table.dueAt),
    index('reminders_by_customer').on(table.customerId),
  ],
);

/** Who changed what, when, from what to what. Append only: triggers refuse updates and deletes. */
export const audit = sqliteTable(
  'audit',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Null when the system acted by itself. */
    actorId: text().$type<AgentId>(),
    /** The address that the actor's session came from. */
    origin: text(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    action: text().notNull(),
    before: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
    after: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [
    index('audit_by_subject').on(table.subject, table.subjectId),
    index('audit_by_actor').on(table.actorId),
    index('audit_by_time').on(table.at),
  ],
);
