import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

/** Inside the project, so that the tests in it find their test program. */
beforeEach(() => {
  mkdirSync('out', { recursive: true });
  folder = mkdtempSync(resolve('out/test-report-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function node(args: readonly string[], env: Record<string, string> = {}): string {
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  return stdout;
}

/** What a test program's reporter counts in a file of tests. */
function counted(file: string, text: string, args: (reporter: string) => readonly string[]): unknown {
  const counts = join(folder, 'counts.json');
  writeFileSync(join(folder, file), text);
  node(args(resolve('scripts')), { TEST_COUNTS: counts, FORCE_COLOR: '1' });
  return JSON.parse(readFileSync(counts, 'utf8'));
}

describe('the end of npm test', () => {
  function lines(total: unknown): string[] {
    const code = `import { reportLines } from './scripts/test-report.mjs'; console.log(reportLines(${JSON.stringify(total)}).join('\\n'))`;
    return node(['--input-type=module', '-e', code]).trimEnd().split('\n');
  }

  it('names each failed test with its file and what it said, right above the line that counts', () => {
    const failure = { name: 'the thing > works', file: 'tests/thing.test.ts', problem: 'expected 1 to be 2' };

    const end = lines({ passed: 3, failures: [failure], skipped: [{ name: 'other', reason: 'no display' }] });

    expect(end).toEqual([
      'skipped: other: no display',
      'failed: tests/thing.test.ts > the thing > works',
      '  expected 1 to be 2',
      '3 passed, 1 failed, 1 skipped',
    ]);
  });

  it('is the line that counts when all went well', () => {
    expect(lines({ passed: 3, failures: [], skipped: [] })).toEqual(['3 passed, 0 failed, 0 skipped']);
  });
});

describe("Vitest's counts", () => {
  it('tell the failed tests from the passed and the skipped', () => {
    writeFileSync(join(folder, 'vitest.config.js'), 'export default { test: { globals: true } };');
    const tests = `describe('a thing', () => {
      it('works', () => {});
      it('is right', () => { throw new Error('\\n\\u001b[31mit is wrong\\u001b[39m\\nand more'); });
      it.skip('rests', () => {});
    });
    describe('a set-up', () => {
      beforeAll(() => { throw new Error('there is nothing to set up'); });
      it('is never reached', () => {});
    });`;

    const counts = counted('some.test.js', tests, (scripts) => [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--root', folder, `--reporter=${scripts}/vitest-counts.mjs`],
    ]);

    expect(counts).toEqual({
      passed: 1,
      failures: [
        { name: 'a set-up', file: 'some.test.js', problem: 'there is nothing to set up' },
        { name: 'a thing > is right', file: 'some.test.js', problem: 'it is wrong' },
      ],
      skipped: [
        { name: 'a thing > rests', reason: 'marked so in the test' },
        { name: 'a set-up > is never reached', reason: 'marked so in the test' },
      ],
    });
  });
});

describe("Playwright's counts", () => {
  it('tell the failed tests from the passed and the skipped', () => {
    const tests = `import { expect, test } from '@playwright/test';
    test.describe('a thing', () => {
      test('works', () => {});
      test('is right', () => { expect(1, 'the only number').toBe(2); });
      test('rests', () => { test.skip(true, 'no display'); });
    });`;

    const counts = counted('some.spec.ts', tests, (scripts) => [
      'node_modules/playwright/cli.js',
      ...['test', '--config', folder, `--reporter=${scripts}/playwright-counts.mjs`],
    ]);

    expect(counts).toEqual({
      passed: 1,
      failures: [
        {
          name: 'a thing > is right',
          file: relative('.', join(folder, 'some.spec.ts')),
          problem: expect.stringContaining('the only number'),
        },
      ],
      skipped: [{ name: 'a thing > rests', reason: 'no display' }],
    });
  });
});
