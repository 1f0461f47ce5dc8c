import type { FoundTurn } from '../../../backend/contract/calls.ts';

interface Surroundings {
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** So much of what was said before is enough to understand it, and leaves room for what was found. */
const mostBefore = 14;

/** What was found in a turn, with what stands around it; letters of which two units make one are not cut in half. */
export function aroundFound({ text, from, to }: Pick<FoundTurn, 'text' | 'from' | 'to'>): Surroundings {
  const before = Array.from(text.slice(0, from));
  return {
    before: before.length <= mostBefore ? before.join('') : `…${before.slice(-mostBefore).join('')}`,
    found: text.slice(from, to),
    after: text.slice(to),
  };
}
