import { type Spending, spendingSchema, type VersionedSpending } from '../../backend/contract/spending.ts';
import { ask } from './answers.ts';
import type { Transport } from './transport.ts';

/** What may be spent on calls a day, and what was today. Admins only. */
export interface SpendingApi {
  spending(): Promise<Spending>;
  saveSpending(edited: VersionedSpending): Promise<Spending>;
}

export function createSpendingApi(transport: Transport): SpendingApi {
  const path = '/api/spending';
  return {
    spending: () => ask(transport, { method: 'GET', path }, spendingSchema),
    saveSpending: (body) => ask(transport, { method: 'PUT', path, body }, spendingSchema),
  };
}
