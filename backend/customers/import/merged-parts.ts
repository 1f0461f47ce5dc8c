import type { ImportProblem } from '../../contract/customer-imports.ts';
import type { CustomerParts } from '../customer-parts-store.ts';
import { mostOtherNumbers, mostTags, type RowFields } from './read-row.ts';

export interface MergedParts extends CustomerParts {
  /** The one that is dialled from now on; null: it stays. */
  readonly phoneNumber: string | null;
  /** What there is no room for beside what the customer has. */
  readonly problems: readonly ImportProblem[];
}

/** A customer's numbers and tags, and those of a row that updates them. A number that is one of the further ones already stays one. */
export function mergedParts(fields: RowFields, known: CustomerParts): MergedParts {
  const { phoneNumber, otherNumbers = [], tags = [] } = fields;
  const main = phoneNumber === undefined || known.otherNumbers.includes(phoneNumber) ? null : phoneNumber;
  const allNumbers = [...new Set([...known.otherNumbers, ...otherNumbers])].filter((one) => one !== main);
  // What is there stays; of what is new there may be too much.
  const allTags = [...new Set([...known.tags, ...tags])];
  return {
    phoneNumber: main,
    otherNumbers: allNumbers.slice(0, mostOtherNumbers),
    tags: allTags.slice(0, mostTags).toSorted(),
    problems: [
      ...tooMany('otherNumbers', allNumbers.slice(mostOtherNumbers)),
      ...tooMany('tags', allTags.slice(mostTags)),
    ],
  };
}

function tooMany(field: 'otherNumbers' | 'tags', leftOut: readonly string[]): readonly ImportProblem[] {
  if (leftOut.length === 0) return [];
  return [{ code: 'too-many', column: null, field, value: leftOut.join(', ').slice(0, 100) }];
}
