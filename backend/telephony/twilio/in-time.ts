import type { After } from './relay/alarm.ts';

interface Patience<Answer> {
  readonly ms: number;
  /** What is answered when that is over; what comes of the question then is nobody's concern any more. */
  readonly late: Answer;
  readonly after: After;
}

export async function inTime<Answer>(
  asked: Promise<Answer>,
  { ms, late, after }: Patience<Answer>,
): Promise<Answer> {
  let cancel = (): void => undefined;
  const tooLate = new Promise<Answer>((resolve) => {
    cancel = after(ms, () => resolve(late));
  });
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    cancel();
  }
}
