import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepInFile, withSettings } from '../../../../../backend/telephony/twilio/setup/env-file.ts';

describe('withSettings', () => {
  it.each([
    ['an empty file', '', 'A=1\n'],
    ['a file', '# note\nB=2\n', '# note\nB=2\nA=1\n'],
    ['a file without an end of line', 'B=2', 'B=2\nA=1\n'],
    ['a file from Windows', 'B=2\r\n', 'B=2\r\nA=1\r\n'],
    ['a commented line', '# A=\n', '# A=\nA=1\n'],
    ['an empty setting, in its place', 'A=\nB=2\n', 'A=1\nB=2\n'],
  ])('adds to %s', (_what, before, after) => {
    expect(withSettings(before, { A: '1' })).toBe(after);
  });

  it('touches no line of another setting, however that looks', () => {
    const before = 'AA=\n export B="2 # x"\nMULTI="a\nA=\n"\n';

    const after = withSettings(before, { C: '3' });

    expect(after).toBe(`${before}C=3\n`);
    expect(parseEnv(after)['C']).toBe('3');
  });
});

describe('keepInFile', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'toritsugi-env-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the file for its owner alone', () => {
    const path = join(folder, '.env');

    keepInFile(path, { A: '1' });

    expect(readFileSync(path, 'utf8')).toBe('A=1\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('takes a file that others may read away from them', () => {
    const path = join(folder, '.env');
    writeFileSync(path, 'B=2\n');
    chmodSync(path, 0o644);

    keepInFile(path, { A: '1' });

    expect(readFileSync(path, 'utf8')).toBe('B=2\nA=1\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('writes through a link', () => {
    writeFileSync(join(folder, 'real'), 'B=2\n');
    symlinkSync(join(folder, 'real'), join(folder, '.env'));

    keepInFile(join(folder, '.env'), { A: '1' });

    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('B=2\nA=1\n');
  });
});
