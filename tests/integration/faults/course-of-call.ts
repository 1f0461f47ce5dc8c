import { type HeldCalls, linesOf } from './held-calls.ts';

interface Moment {
  readonly at: number;
  readonly what: string;
}

/** What really happened on the customer's line, and what struck it, in seconds after the first of it. */
export function courseOfCall(number: string, held: HeldCalls): string {
  const faults = held.struck
    .filter(({ subject }) => subject === number)
    .map(({ at, kind }): Moment => ({ at: at.getTime(), what: `    ! ${kind}` }));
  const sounds = linesOf(number, held).flatMap(({ said, heard, answeredAt, endedAt, status }) => [
    ...said.map(sound('customer')),
    ...heard.map(sound('to them ')),
    ...(answeredAt === null ? [] : [{ at: Date.parse(answeredAt), what: 'answered' }]),
    ...(endedAt === null ? [] : [{ at: Date.parse(endedAt), what: status }]),
  ]);
  const moments = [...faults, ...sounds].toSorted((a, b) => a.at - b.at);
  const begin = moments[0]?.at ?? 0;
  return moments
    .map(({ at, what }) => `${((at - begin) / 1_000).toFixed(1).padStart(7)}  ${what}`)
    .join('\n');
}

function sound(who: string) {
  return ({ from, to, what }: HeldCalls['observed'][number]['said'][number]): Moment => ({
    at: Date.parse(from),
    what: `${who} ${((Date.parse(to) - Date.parse(from)) / 1_000).toFixed(1)} s: ${what.text}`,
  });
}
