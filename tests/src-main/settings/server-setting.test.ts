import { describe, expect, it } from 'vitest';
import { createServerSetting } from '../../../src-main/settings/server-setting.ts';
import { settingsInMemory } from '../support/desktop-fixtures.ts';

describe('createServerSetting', () => {
  it('prefers the server of this run to the stored one, without storing it', () => {
    const settings = settingsInMemory({ server: 'https://stored.example' });

    const server = createServerSetting(settings, 'http://localhost:9000');

    expect(server.current()).toBe('http://localhost:9000');
    expect(settings.read().server).toBe('https://stored.example');
  });

  it('keeps a change for the next start', () => {
    const settings = settingsInMemory();

    createServerSetting(settings, null).change('calls.example');

    expect(createServerSetting(settings, null).current()).toBe('https://calls.example');
  });
});
