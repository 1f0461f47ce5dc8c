import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSettingsFile } from '../../../src-main/settings/settings-file.ts';

const raise = (error: unknown): never => {
  throw error;
};
const fail = { onUnreadable: raise, onUnwritten: raise };

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

    const settings = openSettingsFile(path, { ...fail, onUnreadable: (error) => problems.push(error) });
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

  it('goes on with what was changed where it cannot be written, and says so', () => {
    const path = join(folder, 'settings.json');
    // Where the new file would be put together there is a folder: no disk is as full as that.
    mkdirSync(`${path}.next`);
    const problems: unknown[] = [];

    const settings = openSettingsFile(path, { ...fail, onUnwritten: (error) => problems.push(error) });
    settings.change({ language: 'en' });

    expect(settings.read().language).toBe('en');
    expect(problems).toHaveLength(1);
  });

  it('rather loses all settings than keeps the session of who has signed out', () => {
    const path = join(folder, 'settings.json');
    const session = { server: 'https://calls.example', sealed: btoa('token') };
    writeFileSync(path, JSON.stringify({ session }));
    mkdirSync(`${path}.next`);

    const settings = openSettingsFile(path, { ...fail, onUnwritten: () => undefined });
    settings.change({ language: 'en' });
    const afterOther = readdirSync(folder);
    settings.change({ session: null });

    expect(afterOther).toContain('settings.json');
    expect(readdirSync(folder)).toEqual(['settings.json.next']);
  });
});
