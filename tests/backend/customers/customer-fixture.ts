import { type CustomerId, customerIdSchema } from '../../../backend/contract/ids.ts';
import type { Database } from '../../../backend/db/database.ts';
import { customers } from '../../../backend/db/schema/customers.ts';

type CustomerColumns = typeof customers.$inferInsert;

let made = 0;

/** A customer with nothing special about it but `columns`. */
export function insertCustomer(database: Database, columns: Partial<CustomerColumns> = {}): CustomerId {
  made += 1;
  const id = customerIdSchema.parse(`customer_${String(made).padStart(20, '0')}`);
  const now = new Date('2026-11-01T00:00:00Z');
  const row = {
    id,
    company: 'ミナト工業株式会社',
    phoneNumber: `+8130001${String(made).padStart(4, '0')}`,
    createdAt: now,
    updatedAt: now,
    ...columns,
  };
  database.query.insert(customers).values(row).run();
  return row.id;
}
