import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberBatches } from '../../../../src-renderer/features/do-not-call/number-batches.ts';

describe('numberBatches', () => {
  it('keeps every line, in its order, in parts that the server takes', () => {
    const line = fc.string({ maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, ''));

    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 45, max: 500 }),
        (lines, longest) => {
          const batches = numberBatches(lines.join('\n'), longest);

          expect(batches.flatMap(({ text }) => text.split('\n'))).toEqual(lines);
          for (const { text } of batches) expect(text.length).toBeLessThanOrEqual(longest);
          const before = batches.map((batch) => batch.before);
          expect(before).toEqual(
            batches.map((_, at) => sumOf(batches.slice(0, at).map((batch) => batch.lines))),
          );
        },
      ),
    );
  });
});

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
