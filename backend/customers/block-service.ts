import type { Viewer } from '../auth/visibility.ts';
import type { Block, Customer } from '../contract/customers.ts';
import type { AgentId, CustomerId } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';
import type { Database } from '../db/database.ts';
import { Refusal } from '../kernel/errors.ts';
import type { AuditStore } from './audit-store.ts';
import type { CustomerService } from './customer-service.ts';
import type { CustomerStore } from './customer-store.ts';
import type { DoNotCallStore } from './do-not-call-store.ts';

/** Why a number must not be called, and the way back for a customer who does want to be. */
export interface BlockService {
  /** Throws `not-found` for a customer whom the viewer may not see, and for one who may be called. */
  get(viewer: Viewer, customerId: CustomerId): Block;
  /**
   * Lets the whole company call the number again. Throws `not-found` for a customer whom the viewer may not see, `not-allowed` when
   * this is not the viewer's to decide, `changed-elsewhere` when the number is not blocked any more.
   */
  lift(viewer: Viewer, customerId: CustomerId, reason: string): Customer;
}

interface BlockServiceOptions {
  readonly database: Database;
  readonly customers: Pick<CustomerStore, 'withNumber'>;
  readonly customerService: Pick<CustomerService, 'get' | 'publish'>;
  readonly doNotCall: Pick<DoNotCallStore, 'find' | 'lift'>;
  readonly audit: Pick<AuditStore, 'append'>;
  readonly nameOfAgent: (agentId: AgentId) => string;
  /** Whoever is signed in plays the customer of this number, on a simulated telephone. */
  readonly isPlayed: (phoneNumber: string) => boolean;
}

export function createBlockService(options: BlockServiceOptions): BlockService {
  const { database, customers, customerService, doNotCall, audit, nameOfAgent } = options;

  /** The least role that may lift the block: docs/decisions/0014-who-plays-the-customer-may-lift-its-block.md */
  function liftableBy(phoneNumber: string): Role {
    return options.isPlayed(phoneNumber) ? 'agent' : 'admin';
  }

  return {
    get(viewer, customerId) {
      const { phoneNumber } = customerService.get(viewer, customerId);
      const block = doNotCall.find(phoneNumber);
      if (block === null) throw new Refusal('not-found', 'This customer may be called.');
      const { reason, note, addedAt, callId, addedBy } = block;
      return {
        reason,
        note,
        since: addedAt.toISOString(),
        callId,
        addedBy: addedBy === null ? null : nameOfAgent(addedBy),
        liftableBy: liftableBy(phoneNumber),
      };
    },
    lift(viewer, customerId, reason) {
      return database.transaction(() => {
        const { phoneNumber } = customerService.get(viewer, customerId);
        if (viewer.role !== 'admin' && liftableBy(phoneNumber) !== 'agent') {
          throw new Refusal('not-allowed', 'Only an admin may let a blocked number be called again.');
        }
        const block = doNotCall.find(phoneNumber);
        if (block === null) throw new Refusal('changed-elsewhere', 'The number is not blocked any more.');
        doNotCall.lift(phoneNumber);
        const { phoneNumber: subjectId, ...before } = block;
        audit.append({
          actorId: viewer.id,
          subject: 'phone-number',
          subjectId,
          action: 'unblocked',
          before,
          after: { reason },
        });
        for (const { id } of customers.withNumber(phoneNumber)) customerService.publish(id);
        return customerService.get(viewer, customerId);
      });
    },
  };
}
