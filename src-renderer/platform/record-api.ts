import type { z } from 'zod';
import { type AuditPage, type AuditQuery, auditPageSchema } from '../../backend/contract/audit.ts';
import {
  type BlockedNumber,
  type BlockedPage,
  type BlockedQuery,
  type BlockNumber,
  type BlockNumbers,
  blockedNumberSchema,
  blockedPageSchema,
  type LiftNumber,
  type NumbersBlocked,
  numbersBlockedSchema,
} from '../../backend/contract/do-not-call.ts';
import { type Reminders, remindersSchema } from '../../backend/contract/reminders.ts';
import { addressQuery } from './address-query.ts';
import { ask, tell } from './answers.ts';
import type { Transport } from './transport.ts';

export type BlockedFilter = Pick<BlockedQuery, 'search' | 'source'>;
export type AuditFilter = Omit<AuditQuery, 'before' | 'limit'>;

/** What is kept beside customers: whom to call again, whom never to call, and who changed what. */
export interface RecordApi {
  /** The open ones, the one that is due first first; `after` is the `next` of the page before. */
  remindersPage(whose: 'mine' | 'all', after: Reminders['next']): Promise<Reminders>;
  /** Newest first; `before` is the `next` of the page before, here and below. */
  blockedNumbers(filter: BlockedFilter, before: BlockedPage['next']): Promise<BlockedPage>;
  blockNumber(added: BlockNumber): Promise<BlockedNumber>;
  /** Of this, lifting and the audit log, admins only. */
  blockNumbers(added: BlockNumbers): Promise<NumbersBlocked>;
  liftNumber(lifted: LiftNumber): Promise<void>;
  audit(filter: AuditFilter, before: AuditPage['next']): Promise<AuditPage>;
}

export function createRecordApi(transport: Transport): RecordApi {
  const get = <Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer> =>
    ask(transport, { method: 'GET', path }, schema);

  return {
    remindersPage: (whose, after) =>
      get(`/api/reminders${addressQuery({ whose, after, limit: 100 })}`, remindersSchema),
    blockedNumbers: (filter, before) =>
      get(`/api/do-not-call${addressQuery({ ...filter, before, limit: 100 })}`, blockedPageSchema),
    blockNumber: (body) =>
      ask(transport, { method: 'POST', path: '/api/do-not-call', body }, blockedNumberSchema),
    blockNumbers: (body) =>
      ask(transport, { method: 'POST', path: '/api/do-not-call/import', body }, numbersBlockedSchema),
    liftNumber: (body) => tell(transport, { method: 'POST', path: '/api/do-not-call/lift', body }),
    audit: (filter, before) =>
      get(`/api/audit${addressQuery({ ...filter, before, limit: 100 })}`, auditPageSchema),
  };
}
