import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { customerSearchRows } from '../db/schema/customers.ts';
import { searchQuery } from './search-query.ts';

/** Whether `customerId` is one of the customers whom somebody typed; undefined, which is everybody, when nothing was typed. */
export function isFound(customerId: SQLWrapper, typed: string): SQL | undefined {
  const search = searchQuery(typed);
  if (search === null) return undefined;
  const numbers = sql`select rowid from customer_search where customer_search match ${search}`;
  const { customerId: known, number } = customerSearchRows;
  return sql`${customerId} in (select ${known} from ${customerSearchRows} where ${number} in (${numbers}))`;
}
