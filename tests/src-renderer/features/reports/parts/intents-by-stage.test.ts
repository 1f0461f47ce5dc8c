import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentSchema, stageSchema } from '../../../../../backend/contract/vocabulary.ts';
import { intentsByStage } from '../../../../../src-renderer/features/reports/parts/intents-by-stage.ts';

const anyCounted = fc.array(
  fc.record({
    stage: fc.constantFrom(...stageSchema.options, null),
    intent: fc.constantFrom(...intentSchema.options),
    turns: fc.nat(1_000),
  }),
);

describe('intentsByStage', () => {
  it('counts every turn once, and has the most frequent first', () => {
    fc.assert(
      fc.property(anyCounted, (counted) => {
        const rows = intentsByStage(counted);

        const all = counted.reduce((sum, { turns }) => sum + turns, 0);
        expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(all);
        expect(rows.map(({ total }) => total)).toEqual(
          rows.map(({ total }) => total).toSorted((a, b) => b - a),
        );
        expect(new Set(rows.map(({ intent }) => intent)).size).toBe(rows.length);
      }),
    );
  });
});
