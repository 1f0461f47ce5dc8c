import type { CustomerFilter } from '../../backend/contract/customers.ts';
import type { CallId, CustomerId, ImportId } from '../../backend/contract/ids.ts';

/** Where each answer of the server is cached. A shorter key stands for everything below it. */
export const queryKeys = {
  session: ['session'],
  activeCalls: ['calls', 'active'],
  call: (callId: CallId) => ['calls', 'record', callId],
  recordings: (callId: CallId) => ['calls', 'recordings', callId],
  history: ['calls', 'history'],
  historyOf: (customerId: CustomerId | null) => ['calls', 'history', customerId],
  offers: ['offers'],
  agents: ['agents'],
  profile: ['profile'],
  customerLists: ['customers', 'list'],
  customerList: (filter: CustomerFilter) => ['customers', 'list', filter],
  customer: (customerId: CustomerId) => ['customers', 'one', customerId],
  timeline: (customerId: CustomerId) => ['customers', 'timeline', customerId],
  customerTags: ['customers', 'tags'],
  customerViews: ['customers', 'views'],
  customerImports: ['imports', 'list'],
  customerImport: (importId: ImportId) => ['imports', 'one', importId],
  importRows: (importId: ImportId) => ['imports', 'rows', importId],
  users: ['users'],
  telephony: ['telephony'],
  block: (customerId: CustomerId) => ['customers', 'block', customerId],
} as const;
