import type { CustomerId } from '../contract/ids.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { nationalFormOf } from '../kernel/phone-number.ts';
import type { CustomerService } from './customer-service.ts';
import type { CustomerRow, CustomerStore } from './customer-store.ts';
import type { SameCustomerStore } from './import/same-customer-store.ts';

interface CallersOptions {
  readonly customers: Pick<CustomerStore, 'find' | 'insert'>;
  readonly sameCustomers: SameCustomerStore;
  readonly customerService: Pick<CustomerService, 'publish'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly ids: Pick<Ids, 'customer'>;
  readonly clock: Clock;
  readonly defaultTimeZone: string;
}

/** Those who ring our number. */
export interface Callers {
  find(customerId: CustomerId): CustomerRow | null;
  /** Everybody who has the number, the oldest first. */
  withNumber(phoneNumber: string): readonly CustomerRow[];
  /**
   * A customer of whom nothing is known but the number, and where it is withheld, not even that (decision 27). They are nobody's, so that
   * everybody may see the call.
   */
  welcome(phoneNumber: string | null): CustomerRow;
}

export function createCallers(options: CallersOptions): Callers {
  const { customers, sameCustomers, customerService, audit, ids, clock } = options;
  return {
    find: customers.find,
    withNumber: sameCustomers.withNumber,
    welcome(withheldOrNumber) {
      const id = ids.customer();
      const now = clock.now();
      const columns = { company: nameOf(withheldOrNumber), phoneNumber: withheldOrNumber ?? '' };
      customers.insert({
        ...columns,
        id,
        timeZone: options.defaultTimeZone,
        createdAt: now,
        updatedAt: now,
      });
      const about = { subject: 'customer', subjectId: id, action: 'added' } as const;
      audit.append({ ...about, actorId: null, before: null, after: columns });
      customerService.publish(id);
      const added = customers.find(id);
      if (added === null) throw new Error(`the customer ${id} was not stored`);
      return added;
    },
  };
}

/** Until somebody writes down who it is. */
function nameOf(phoneNumber: string | null): string {
  return phoneNumber === null ? '番号非通知のお電話' : `${nationalFormOf(phoneNumber)} からのお電話`;
}
