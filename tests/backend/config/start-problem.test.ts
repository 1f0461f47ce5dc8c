import { describe, expect, it } from 'vitest';
import { startProblemOf, WrongSetting } from '../../../backend/config/start-problem.ts';

describe('startProblemOf', () => {
  it('passes on what is a sentence already', () => {
    const problem = new WrongSetting('PORT', 'must be a whole number');

    expect(startProblemOf(problem)).toBe(problem);
  });

  it('says what to do about a port that is taken', () => {
    const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });

    expect(startProblemOf(error)?.message).toContain('PORT');
  });

  it('finds the reason behind what was thrown', () => {
    const reason = Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });

    expect(startProblemOf(new Error('Failed query', { cause: reason }))?.message).toContain('damaged');
  });

  it('has nothing to say about a defect', () => {
    expect(startProblemOf(new TypeError('x is not a function'))).toBeNull();
  });
});
