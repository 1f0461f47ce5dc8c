import { courseOfCall } from './course-of-call.ts';
import { indexOfNumber } from './drawn-customers.ts';
import type { HeldCalls, Violation } from './held-calls.ts';

/** What an assertion says: every broken promise in its first line, where a report that shows one line has it; below it what happened. */
export function brokenPromises(broken: readonly Violation[], held: HeldCalls): string {
  const numbers = [...new Set(broken.map(({ number }) => number))];
  const courses = numbers.map((number) => `\n${number}\n${courseOfCall(number, held)}`);
  return [broken.map(brokenPromise).join(' | '), ...courses].join('\n');
}

/** In one line. */
export function brokenPromise({ promise, number, what }: Violation): string {
  return `call ${indexOfNumber(number)} to ${number}, ${promise}: ${what}`;
}
