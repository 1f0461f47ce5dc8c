import { scopeOf, type Viewer } from '../auth/visibility.ts';
import type {
  BlockedNumber,
  BlockedPage,
  BlockedQuery,
  BlockNumber,
  BlockNumbers,
  LiftNumber,
  NumbersBlocked,
} from '../contract/do-not-call.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import { Refusal } from '../kernel/errors.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import { e164Of } from '../kernel/phone-number.ts';
import type { CustomerService } from './customer-service.ts';
import type { CustomerStore } from './customer-store.ts';
import type { BlockedPlace, DoNotCallListStore } from './do-not-call-list-store.ts';
import type { DoNotCallStore, StoredBlock } from './do-not-call-store.ts';
import { numbersIn } from './search-query.ts';

/** The list of numbers that nobody in the company calls (特定商取引法 17条). Each change is in the audit log. */
export interface DoNotCallService {
  page(viewer: Viewer, query: BlockedQuery): BlockedPage;
  /** Throws `invalid-input` for what is no number, `changed-elsewhere` for one that is on the list. */
  add(viewer: Viewer, added: BlockNumber): BlockedNumber;
  addAll(viewer: Viewer, added: BlockNumbers): NumbersBlocked;
  /** Throws `not-found` for a number that is not on the list. */
  lift(viewer: Viewer, lifted: LiftNumber): void;
}

interface DoNotCallServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly doNotCall: Pick<DoNotCallStore, 'find' | 'block' | 'lift'>;
  readonly list: DoNotCallListStore;
  readonly customers: Pick<CustomerStore, 'withNumber'>;
  readonly customerService: Pick<CustomerService, 'publish'>;
  readonly audit: AuditLog;
  readonly nameOfAgent: (agentId: AgentId) => string;
}

interface Listed {
  readonly phoneNumber: string;
  readonly source: 'by-hand' | 'import';
  readonly note: string;
}

export function createDoNotCallService(options: DoNotCallServiceOptions): DoNotCallService {
  const { database, doNotCall, list, customers, customerService, audit, nameOfAgent } = options;

  function view(viewer: Viewer, blocks: readonly StoredBlock[]): BlockedNumber[] {
    const numbers = blocks.map(({ phoneNumber }) => phoneNumber);
    const companies = list.companiesWith(scopeOf(viewer), numbers);
    return blocks.map(({ addedAt, addedBy, ...block }) => ({
      ...block,
      since: addedAt.toISOString(),
      addedBy: addedBy === null ? null : nameOfAgent(addedBy),
      companies: companies
        .filter((one) => one.phoneNumber === block.phoneNumber)
        .map(({ company }) => company),
    }));
  }

  function publish(phoneNumber: string): void {
    for (const { id } of customers.withNumber(phoneNumber)) customerService.publish(id);
  }

  /** False when it is on the list already. */
  function block(viewer: Viewer, listed: Listed): boolean {
    const { phoneNumber: subjectId, ...after } = listed;
    if (!doNotCall.block({ ...listed, reason: 'listed', addedBy: viewer.id })) return false;
    audit.append({
      actorId: viewer.id,
      subject: 'phone-number',
      subjectId,
      action: 'blocked',
      before: null,
      after,
    });
    publish(subjectId);
    return true;
  }

  return {
    page(viewer, { search, before, limit, source }) {
      const parts = search === undefined || search === '' ? null : numbersIn(search);
      const request = {
        parts,
        source,
        before: before === undefined ? null : placeOf(before),
        limit: limit + 1,
      };
      const found = list.page(request);
      const page = view(viewer, found.slice(0, limit));
      const last = page.at(-1);
      const more = found.length > limit && last !== undefined;
      const next = more ? (`${last.since}~${last.phoneNumber}` as const) : null;
      return { numbers: page, total: list.count(request), next };
    },
    add(viewer, { phoneNumber: written, note }) {
      const phoneNumber = e164Of(written);
      if (phoneNumber === null) throw new InvalidInput([{ path: 'phoneNumber', problem: 'phone-number' }]);
      return database.transaction(() => {
        if (!block(viewer, { phoneNumber, note, source: 'by-hand' })) {
          throw new Refusal('changed-elsewhere', 'The number is on the list already.');
        }
        const stored = doNotCall.find(phoneNumber);
        const [added] = stored === null ? [] : view(viewer, [stored]);
        if (added === undefined) throw new Error('a number that was listed is not on the list');
        return added;
      });
    },
    addAll(viewer, { text, note }) {
      const lines = text.split(/\r\n|\r|\n/).map((line, at) => ({ line: at + 1, ...partsOf(line) }));
      const written = lines.filter(({ number }) => number !== '');
      const problems = written.filter(({ number }) => e164Of(number) === null);
      return database.transaction(() => {
        const results = written.flatMap(({ number, reason }) => {
          const phoneNumber = e164Of(number);
          const about = { source: 'import', note: reason === '' ? note : reason.slice(0, 500) } as const;
          return phoneNumber === null ? [] : [block(viewer, { phoneNumber, ...about })];
        });
        const added = results.filter(Boolean).length;
        return {
          added,
          known: results.length - added,
          problems: problems.map(({ line, number }) => ({ line, value: number.slice(0, 100) })),
        };
      });
    },
    lift(viewer, { phoneNumber, reason }) {
      database.transaction(() => {
        const stored = doNotCall.find(phoneNumber);
        if (stored === null) throw new Refusal('not-found', 'The number is not on the list.');
        const { phoneNumber: subjectId, ...before } = stored;
        doNotCall.lift(phoneNumber);
        const about = { subject: 'phone-number', subjectId, action: 'unblocked' } as const;
        audit.append({ ...about, actorId: viewer.id, before, after: { reason } });
        publish(phoneNumber);
      });
    },
  };
}

function placeOf(cursor: string): BlockedPlace {
  const [at = '', phoneNumber = ''] = cursor.split('~');
  return { addedAt: new Date(at), phoneNumber };
}

function partsOf(line: string): { readonly number: string; readonly reason: string } {
  const [number = '', ...reason] = line.replace(/^\uFEFF/, '').split(/[,\t]/);
  const bare = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1');
  return { number: bare(number), reason: bare(reason.join(',')) };
}
