import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../src-main/settings/settings.ts';

describe('settingsSchema', () => {
  it('begins with the server on this computer and nobody signed in', () => {
    expect(settingsSchema.parse({})).toEqual({
      server: 'http://localhost:8787',
      session: null,
      language: null,
      appearance: 'system',
      startHidden: true,
      alertWindow: true,
      systemNotifications: true,
      flash: true,
      awayWhenLocked: false,
      shortcuts: {},
      newsRead: null,
    });
  });

  it('takes a damaged value for none, and keeps the others', () => {
    const damaged = {
      server: 3,
      session: { server: 'https://one.example' },
      language: 'en',
      shortcuts: { accept: 7 },
    };

    expect(settingsSchema.parse(damaged)).toEqual({
      ...settingsSchema.parse({}),
      language: 'en',
    });
  });
});
