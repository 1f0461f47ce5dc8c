import type { CustomerStatus } from './customers.ts';
import type { CallResult } from './vocabulary.ts';

/**
 * What a call's result makes of the customer (requirement 5.2). To have talked with the person in charge is not yet to have won them; a call
 * that failed says nothing but that it was tried.
 */
export function statusAfterCall(before: CustomerStatus, result: CallResult): CustomerStatus {
  switch (result) {
    case 'success':
      return before === 'won' ? 'won' : 'in-progress';
    case 'absent':
      return 'absent';
    case 'rejected':
      return 'rejected';
    case 'follow_up':
      return 'follow-up';
    case 'failed':
      return before === 'new' ? 'in-progress' : before;
  }
}
