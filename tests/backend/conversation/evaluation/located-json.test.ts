import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocatedJson } from '../../../../backend/conversation/evaluation/located-json.ts';

describe('readLocatedJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);

        expect(readLocatedJson(text).value).toEqual(JSON.parse(text));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', '}', ',', '[', '\\', '1'),
        (text, at, letter) => {
          const index = at % text.length;
          const damaged = text.slice(0, index) + letter + text.slice(index + 1);

          expect(fails(() => readLocatedJson(damaged))).toBe(fails(() => JSON.parse(damaged)));
        },
      ),
      { numRuns: 500, seed: 2 },
    );
  });

  it('knows the line of each part, and of what is around a part that is missing', () => {
    const { lineOf } = readLocatedJson('[\n  {"a": 1,\n   "b": [\n 2]}\n]');

    expect([lineOf([]), lineOf([0, 'a']), lineOf([0, 'b', 0]), lineOf([0, 'c'])]).toEqual([1, 2, 4, 2]);
  });
});

function fails(act: () => unknown): boolean {
  try {
    act();
    return false;
  } catch {
    return true;
  }
}
