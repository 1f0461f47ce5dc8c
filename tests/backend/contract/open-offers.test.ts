import { describe, expect, it } from 'vitest';
import { openAt } from '../../../backend/contract/open-offers.ts';

const late = { deadline: '2026-11-22T01:00:25.000Z' };
const soon = { deadline: '2026-11-22T01:00:15.000Z' };
const over = { deadline: '2026-11-22T01:00:10.000Z' };

describe('openAt', () => {
  it('keeps the offers that can still be answered, the most urgent first', () => {
    expect(openAt([late, over, soon], Date.parse('2026-11-22T01:00:10.000Z'))).toEqual([soon, late]);
  });
});
