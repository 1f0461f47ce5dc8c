import type { CallRow } from './call-store.ts';

/** What whoever is rung for a call is shown: as it was assigned when the call began, else nothing, which is the account's own number. */
export function shownIn({ callerNumber }: Pick<CallRow, 'callerNumber'>): { readonly from?: string } {
  return callerNumber === null ? {} : { from: callerNumber };
}
