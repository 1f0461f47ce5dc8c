import type { ChangeCustomers, Customer } from '../../../backend/contract/customers.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';

type Changes = ChangeCustomers['changes'];

/** The requests that take a change back, from how the customers were before it: one for all who were alike. */
export function undoOf(
  before: readonly Customer[],
  { changes }: ChangeCustomers,
): readonly ChangeCustomers[] {
  const alike = new Map<string, { changes: Changes; customerIds: CustomerId[] }>();
  for (const customer of before) {
    const back = wayBack(customer, changes);
    if (back === null) continue;
    const key = JSON.stringify(back);
    const group = alike.get(key) ?? { changes: back, customerIds: [] };
    group.customerIds.push(customer.id);
    alike.set(key, group);
  }
  return [...alike.values()];
}

/** Null for somebody whom the change left as they were. */
function wayBack(
  customer: Customer,
  { ownerId, status, addTags = [], removeTags = [] }: Changes,
): Changes | null {
  const owner = customer.owner?.id ?? null;
  const added = addTags.filter((tag) => !customer.tags.includes(tag));
  const removed = removeTags.filter((tag) => customer.tags.includes(tag));
  const back: Changes = {
    ...(ownerId !== undefined && ownerId !== owner && { ownerId: owner }),
    ...(status !== undefined && status !== customer.status && { status: customer.status }),
    ...(added.length > 0 && { removeTags: added }),
    ...(removed.length > 0 && { addTags: removed }),
  };
  return Object.keys(back).length === 0 ? null : back;
}
