import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WrongSetting } from '../../../backend/config/config.ts';
import { startProblemOf } from '../../../backend/config/start-problem.ts';
import { openDatabase } from '../../../backend/db/database.ts';

describe('startProblemOf', () => {
  it('passes on what is a sentence already', () => {
    const problem = new WrongSetting('PORT', 'must be a whole number');

    expect(startProblemOf(problem)).toBe(problem);
  });

  it('says what to do about a port that is taken', () => {
    const error = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });

    expect(startProblemOf(error)?.message).toContain('PORT');
  });

  it('says what to do about a file that is no database', () => {
    const folder = mkdtempSync(join(tmpdir(), 'toritsugi-'));
    const path = join(folder, 'toritsugi.db');
    writeFileSync(path, 'This is a letter to my grandmother, and no database at all. '.repeat(20));

    const problem = problemOf(() => openDatabase(path));

    expect(problem).toContain('DATA_DIR');
    rmSync(folder, { recursive: true });
  });

  it('has nothing to say about a defect', () => {
    expect(startProblemOf(new TypeError('x is not a function'))).toBeNull();
  });
});

function problemOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return startProblemOf(error)?.message;
  }
}
