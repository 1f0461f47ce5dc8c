import type { Caller } from '../../auth/caller.ts';
import type { CallId, CustomerId } from '../../contract/ids.ts';
import type { EraseCustomer, ErasedCustomer, PersonalData } from '../../contract/personal-data.ts';
import type { Database } from '../../db/database.ts';
import type { AuditLog } from '../../journal/audit-log-store.ts';
import type { Clock } from '../../kernel/clock.ts';
import { Refusal } from '../../kernel/errors.ts';
import { InvalidInput } from '../../kernel/invalid-input.ts';
import type { CustomerService } from '../customer-service.ts';
import type { CustomerRow, CustomerStore } from '../customer-store.ts';
import type { PersonalDataStore } from './personal-data-store.ts';

/** What is held about a customer: all of it told, or all of it gone. For admins; both are in the audit log. */
export interface PersonalDataService {
  /** Throws `not-found`. */
  exported(admin: Admin, customerId: CustomerId): PersonalData;
  /**
   * Recordings first, here and at the carrier: while the carrier does not answer, nothing is erased (`carrier-unavailable`). Throws
   * `not-found`, `call-in-progress`, and `invalid-input` where the name is not the customer's.
   */
  erase(admin: Admin, customerId: CustomerId, wanted: EraseCustomer): Promise<ErasedCustomer>;
}

type Admin = Pick<Caller, 'id' | 'role'>;

interface PersonalDataServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly customers: Pick<CustomerStore, 'find' | 'update'>;
  readonly customerService: Pick<CustomerService, 'visible' | 'publish'>;
  readonly held: PersonalDataStore;
  readonly isBlocked: (phoneNumber: string) => boolean;
  /** Removes the sound of these calls everywhere; how much there was. Throws `carrier-unavailable`. */
  readonly eraseRecordings: (callIds: readonly CallId[]) => Promise<number>;
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/** Who has asked to be forgotten is called so by everybody. */
export const erasedName = '削除済みの顧客';

const nobody = {
  company: erasedName,
  companyKana: null,
  person: null,
  department: null,
  phoneNumber: '',
  email: null,
  webForm: null,
  address: null,
  industry: null,
  bestTime: null,
  ownerId: null,
  note: '',
} as const;

export function createPersonalDataService(options: PersonalDataServiceOptions): PersonalDataService {
  const { database, customers, customerService, held, isBlocked, eraseRecordings, audit, clock } = options;

  function numbersOf({ id, phoneNumber }: CustomerRow): readonly string[] {
    const others = held.of(id, []).numbers.map((row) => String(row['phoneNumber']));
    return [phoneNumber, ...others].filter((number) => number !== '');
  }

  function record(
    admin: Admin,
    subjectId: CustomerId,
    entry: { action: 'personal-data-exported' | 'erased'; after: ErasureFacts | null },
  ): void {
    audit.append({ subject: 'customer', subjectId, actorId: admin.id, before: null, ...entry });
  }

  return {
    exported(admin, customerId) {
      const customer = customerService.visible(admin, customerId);
      const data = held.of(customerId, numbersOf(customer));
      record(admin, customerId, { action: 'personal-data-exported', after: null });
      return { at: clock.now().toISOString(), customer, ...data };
    },
    async erase(admin, customerId, { name, reason }) {
      const customer = customerService.visible(admin, customerId);
      if (name !== customer.company.trim()) {
        throw new InvalidInput([{ path: 'name', problem: 'is not the name of this customer' }]);
      }
      const calls = held.callsOf(customerId);
      refuseWhileCalling(calls);
      const recordings = await eraseRecordings(calls.map(({ id }) => id));
      return database.transaction(() => {
        refuseWhileCalling(held.callsOf(customerId));
        const numbers = numbersOf(customers.find(customerId) ?? customer);
        const kept = numbers.filter(isBlocked);
        held.erase(customerId, numbers, kept);
        customers.update(customerId, nobody, clock.now());
        const counts = { calls: calls.length, recordings, keptNumbers: kept.length };
        record(admin, customerId, { action: 'erased', after: { reason, ...counts } });
        customerService.publish(customerId);
        return counts;
      });
    },
  };
}

type ErasureFacts = ErasedCustomer & Pick<EraseCustomer, 'reason'>;

function refuseWhileCalling(calls: readonly { readonly isOpen: boolean }[]): void {
  if (calls.some(({ isOpen }) => isOpen)) {
    throw new Refusal('call-in-progress', 'A call with this customer is in progress.');
  }
}
