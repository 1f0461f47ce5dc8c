import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CustomerStatus } from '../../contract/customers.ts';
import type { AgentId, CallId, CustomerId, ReminderId } from '../../contract/ids.ts';
import { user } from './accounts.ts';

export const customers = sqliteTable(
  'customers',
  {
    id: text().$type<CustomerId>().primaryKey(),
    company: text().notNull(),
    companyKana: text(),
    person: text(),
    department: text(),
    phoneNumber: text().notNull(),
    ownerId: text()
      .$type<AgentId>()
      .references(() => user.id, { onDelete: 'set null' }),
    status: text().$type<CustomerStatus>().notNull().default('new'),
    note: text().notNull().default(''),
    timeZone: text().notNull().default('Asia/Tokyo'),
    createdAt: integer({ mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    index('customers_by_number').on(table.phoneNumber),
    index('customers_by_owner').on(table.ownerId),
    index('customers_by_company').on(table.companyKana, table.company),
  ],
);

/** 特定商取引法 17条: after a refusal, never again. One row a number, for the whole company. */
export const doNotCall = sqliteTable('do_not_call', {
  phoneNumber: text().primaryKey(),
  reason: text({ enum: ['rejection', 'do-not-call', 'agent'] }).notNull(),
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
    subject: text().notNull(),
    subjectId: text().notNull(),
    action: text().notNull(),
    before: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
    after: text({ mode: 'json' }).$type<Readonly<Record<string, unknown>>>(),
  },
  (table) => [index('audit_by_subject').on(table.subject, table.subjectId)],
);
