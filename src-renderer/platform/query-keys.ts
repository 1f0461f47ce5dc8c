import type { CallId, CustomerId } from '../../backend/contract/ids.ts';

/** Where each answer of the server is cached. A shorter key stands for everything below it. */
export const queryKeys = {
  session: ['session'],
  activeCalls: ['calls', 'active'],
  call: (callId: CallId) => ['calls', 'record', callId],
  history: ['calls', 'history'],
  historyOf: (customerId: CustomerId | null) => ['calls', 'history', customerId],
  offers: ['offers'],
  agents: ['agents'],
  profile: ['profile'],
  customerLists: ['customers', 'list'],
  customerList: (search: string) => ['customers', 'list', search],
  customer: (customerId: CustomerId) => ['customers', 'one', customerId],
  users: ['users'],
  telephony: ['telephony'],
  block: (customerId: CustomerId) => ['customers', 'block', customerId],
} as const;
