import {
  type ChangeCustomer,
  type CustomerFields,
  customerFieldsSchema,
} from '../../../backend/contract/customers.ts';
import { mergeFields, same, type Versions } from '../../platform/field-merge.ts';

export type CustomerField = keyof CustomerFields;
type Changes = ChangeCustomer['changes'];

export interface Merge {
  /** What is to be changed of what is there now, where both have a say in mine. */
  readonly changes: Changes;
  /** What both have changed, and not to the same. */
  readonly conflicts: readonly CustomerField[];
}

/** Puts two changes of one customer together: what only one has changed is as they want it. */
export function mergeOf(versions: Versions<CustomerFields>): Merge {
  const { merged, conflicts } = mergeFields(versions);
  const wanted = customerFields.filter((field) => !same(merged[field], versions.theirs[field]));
  return { changes: only(merged, wanted), conflicts };
}

/** Without what is to stay as the others have made it. */
export function leaving(changes: Changes, theirs: ReadonlySet<CustomerField>): Changes {
  return only(
    changes,
    customerFields.filter((field) => field in changes && !theirs.has(field)),
  );
}

/** What takes `changes` back again, from how the customer was before them. */
export function wayBackOf(before: CustomerFields, changes: Changes): Changes {
  return only(
    before,
    customerFields.filter((field) => field in changes),
  );
}

const customerFields = customerFieldsSchema.keyof().options;

function only(fields: Changes, kept: readonly CustomerField[]): Changes {
  const some: Changes = {};
  for (const field of kept) Object.assign(some, { [field]: fields[field] });
  return some;
}
