import { callIdSchema } from '../../../backend/contract/ids.ts';
import type { HeldCalls, StoredCall } from './held-calls.ts';

type Told = HeldCalls['told'][number];

/** What the customer said, was understood by the carrier, told to us and answered by us, and is in no turn; or in fewer than it was said. */
export function missingWords(
  { id }: Pick<StoredCall, 'id'>,
  { turns, told }: Pick<HeldCalls, 'turns' | 'told'>,
): string[] {
  const ofCustomer = turns.filter(({ callId, speaker }) => callId === id && speaker === 'customer');
  const stored = ofCustomer.map(({ text }) => bare(text)).join('\n');
  const understood = told.filter((words) => callOf(words.url) === id && isOurs(words));
  return [...new Set(understood.map(({ text }) => text))].flatMap((text) => {
    const times = Math.max(
      ...(['gather', 'transcription'] as const).map((by) => timesOf(understood, by, text)),
    );
    const found = stored.split(bare(text)).length - 1;
    return found >= times
      ? []
      : [
          `understood ${times} times (${timesOf(understood, 'gather', text)} in turns), and stored ${found} times: ${text}`,
        ];
  });
}

/**
 * What the transcription beside the AI hears is for what no turn could hear, and part of the next one; what is said into hold audio is not
 * (docs/decisions/0015-words-that-nobody-could-answer.md). Once a human talks it is the transcript.
 */
function isOurs({ by, url }: Told): boolean {
  return by === 'gather' || new URL(url).searchParams.get('tracks') === 'both';
}

/** The same words may be understood twice: by whoever listens in a turn, and by the transcription beside it. */
function timesOf(understood: readonly Told[], by: Told['by'], text: string): number {
  const places = understood
    .filter((one) => one.by === by && one.text === text)
    .map(({ url, number }) => `${url} ${number}`);
  return new Set(places).size;
}

function callOf(url: string): string | null {
  const { data } = callIdSchema.safeParse(new URL(url).searchParams.get('callId'));
  return data ?? null;
}

function bare(text: string): string {
  return text.replaceAll(/[\p{P}\s]/gu, '');
}
