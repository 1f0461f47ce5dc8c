import {
  type ChangeCustomer,
  type CustomerFields,
  customerFieldsSchema,
} from '../../../backend/contract/customers.ts';

export type CustomerField = keyof CustomerFields;
type Changes = ChangeCustomer['changes'];

interface Versions {
  /** What was edited. */
  readonly base: CustomerFields;
  /** What is there now. */
  readonly theirs: CustomerFields;
  readonly mine: CustomerFields;
}

export interface Merge {
  /** What is to be changed of what is there now, where both have a say in mine. */
  readonly changes: Changes;
  /** What both have changed, and not to the same. */
  readonly conflicts: readonly CustomerField[];
}

/** Puts two changes of one customer together: what only one has changed is as they want it. */
export function mergeOf({ base, theirs, mine }: Versions): Merge {
  const wanted = customerFields.filter(
    (field) => !same(mine[field], base[field]) && !same(mine[field], theirs[field]),
  );
  return {
    changes: only(mine, wanted),
    conflicts: wanted.filter((field) => !same(theirs[field], base[field])),
  };
}

/** Without what is to stay as the others have made it. */
export function leaving(changes: Changes, theirs: ReadonlySet<CustomerField>): Changes {
  return only(
    changes,
    customerFields.filter((field) => field in changes && !theirs.has(field)),
  );
}

const customerFields = customerFieldsSchema.keyof().options;

function only(fields: Changes, kept: readonly CustomerField[]): Changes {
  const some: Changes = {};
  for (const field of kept) Object.assign(some, { [field]: fields[field] });
  return some;
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
