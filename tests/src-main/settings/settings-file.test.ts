import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettingsFile } from '../../../src-main/settings/settings-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openSettingsFile', () => {
  it('keeps what was changed, also where the folder has yet to be made', () => {
    const path = join(folder, 'new', 'settings.json');

    openSettingsFile(path).change({ language: 'en' });

    expect(openSettingsFile(path).read().language).toBe('en');
    expect(readdirSync(join(folder, 'new'))).toEqual(['settings.json']);
  });

  it('begins anew when the file cannot be read', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, '{"language": "e');

    expect(openSettingsFile(path).read().language).toBeNull();
  });

  it('leaves what another version of the app has stored', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, JSON.stringify({ language: 'ja', later: 1 }));

    openSettingsFile(path).change({ language: 'en' });

    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ language: 'en', later: 1 });
  });
});
