import type { Database } from '../../../backend/db/database.ts';
import { calls, legs, turns } from '../../../backend/db/schema/calls.ts';
import { customers, doNotCall } from '../../../backend/db/schema/customers.ts';
import { handoffs, offers } from '../../../backend/db/schema/handoffs.ts';

/** Every row that the demo data fills in. */
export function demoContents({ query }: Database) {
  return {
    calls: query.select().from(calls).all(),
    turns: query.select().from(turns).all(),
    legs: query.select().from(legs).all(),
    handoffs: query.select().from(handoffs).all(),
    offers: query.select().from(offers).all(),
    customers: query.select().from(customers).all(),
    blocked: query
      .select()
      .from(doNotCall)
      .all()
      .map(({ phoneNumber }) => phoneNumber),
  };
}
