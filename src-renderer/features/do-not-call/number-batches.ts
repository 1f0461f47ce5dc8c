import { blockNumbersSchema } from '../../../backend/contract/do-not-call.ts';

/** A part of a list that one request can carry. */
export interface NumberBatch {
  readonly text: string;
  /** How many lines of the list come before it. */
  readonly before: number;
  readonly lines: number;
}

/** What one line can say: a number and a reason. */
const longestLine = 600;

/** A list of numbers in parts, each of whole lines and no longer than the server takes at once. */
export function numberBatches(text: string, longest = longestText): readonly NumberBatch[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.slice(0, longestLine));
  const batches: NumberBatch[] = [];
  let begun: string[] = [];
  let length = 0;
  let before = 0;
  const close = (): void => {
    batches.push({ text: begun.join('\n'), before, lines: begun.length });
    before += begun.length;
    begun = [];
    length = 0;
  };
  for (const line of lines) {
    if (begun.length > 0 && length + line.length + 1 > longest) close();
    begun.push(line);
    length += line.length + 1;
  }
  close();
  return batches;
}

const longestText = blockNumbersSchema.shape.text.maxLength ?? Number.POSITIVE_INFINITY;
