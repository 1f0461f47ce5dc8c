import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettingsFile } from '../../../src-main/settings/settings-file.ts';

const fail = (error: unknown): never => {
  throw error;
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openSettingsFile', () => {
  it('keeps what was changed, also where the folder has yet to be made', () => {
    const path = join(folder, 'new', 'settings.json');

    openSettingsFile(path, fail).change({ language: 'en' });

    expect(openSettingsFile(path, fail).read().language).toBe('en');
    expect(readdirSync(join(folder, 'new'))).toEqual(['settings.json']);
  });

  it('begins anew when the file cannot be read, says so, and keeps it aside', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, '{"language": "e');
    const problems: unknown[] = [];

    const settings = openSettingsFile(path, (error) => problems.push(error));
    settings.change({ flash: false });

    expect(settings.read().language).toBeNull();
    expect(problems).toHaveLength(1);
    expect(readFileSync(`${path}.unreadable`, 'utf8')).toBe('{"language": "e');
  });

  it('leaves what another version of the app has stored', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, JSON.stringify({ language: 'ja', later: 1 }));

    openSettingsFile(path, fail).change({ language: 'en' });

    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ language: 'en', later: 1 });
  });
});
