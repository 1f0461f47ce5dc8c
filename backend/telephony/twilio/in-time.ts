import type { After } from './relay/alarm.ts';

interface Patience<Answer> {
  readonly ms: number;
  /** What is answered when that is over, and `signal` is aborted; what comes of the question then is nobody's concern any more. */
  readonly late: Answer;
  readonly after: After;
}

export async function inTime<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  { ms, late, after }: Patience<Answer>,
): Promise<Answer> {
  const abandonment = new AbortController();
  let cancel = (): void => undefined;
  const tooLate = new Promise<Answer>((resolve) => {
    cancel = after(ms, () => {
      resolve(late);
      abandonment.abort();
    });
  });
  try {
    return await Promise.race([ask(abandonment.signal), tooLate]);
  } finally {
    cancel();
  }
}
