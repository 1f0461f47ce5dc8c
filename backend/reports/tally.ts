/** What is summed over calls. `count`: the calls, or the turns of an intent. */
export const tallyFields = [
  'count',
  'answered',
  'pastReception',
  'handedOver',
  'succeeded',
  'successes',
  'resultSuccess',
  'resultAbsent',
  'resultRejected',
  'resultFollowUp',
  'resultFailed',
  'wanted',
  'met',
  'prompt',
  'waitMs',
  'durationSeconds',
] as const;
export type Tally = Readonly<Record<(typeof tallyFields)[number], number>>;

export const nothing: Tally = tallyFrom([]);

/** In the order of `tallyFields`; what is left out is 0. */
export function tallyFrom(values: readonly number[]): Tally {
  const [count = 0, answered = 0, pastReception = 0, handedOver = 0, succeeded = 0, successes = 0] = values;
  const [resultSuccess = 0, resultAbsent = 0, resultRejected = 0, resultFollowUp = 0, resultFailed = 0] =
    values.slice(6);
  const [wanted = 0, met = 0, prompt = 0, waitMs = 0, durationSeconds = 0] = values.slice(11);
  const funnel = { count, answered, pastReception, handedOver, succeeded, successes };
  const results = { resultSuccess, resultAbsent, resultRejected, resultFollowUp, resultFailed };
  return { ...funnel, ...results, wanted, met, prompt, waitMs, durationSeconds };
}

export function valuesOf(tally: Tally): number[] {
  return tallyFields.map((field) => tally[field]);
}

/** `times`: -1 takes it away. */
export function plus(tally: Tally, other: Tally, times: 1 | -1 = 1): Tally {
  return tallyFrom(tallyFields.map((field) => tally[field] + times * other[field]));
}
