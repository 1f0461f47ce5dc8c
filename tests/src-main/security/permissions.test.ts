import { describe, expect, it } from 'vitest';
import { mayHavePermission } from '../../../src-main/security/permissions.ts';

const page = 'app://toritsugi/index.html';

describe('mayHavePermission', () => {
  it('gives the console the microphone', () => {
    expect(mayHavePermission({ permission: 'media', page, media: ['audio'] })).toBe(true);
  });

  it.each([['video'], ['audio', 'video'], []])('does not give the console %j', (...media) => {
    expect(mayHavePermission({ permission: 'media', page, media })).toBe(false);
  });

  it.each([
    'app://toritsugi/alert.html',
    'app://toritsugi/stopped.html',
    'app://toritsugi',
    'https://example.com/index.html',
    '',
  ])('gives the microphone not to %j', (other) => {
    expect(mayHavePermission({ permission: 'media', page: other, media: ['audio'] })).toBe(false);
  });

  it.each([
    'geolocation',
    'notifications',
    'clipboard-read',
    'display-capture',
    'openExternal',
    'fullscreen',
    'hid',
  ])('gives nobody %s', (permission) => {
    expect(mayHavePermission({ permission, page, media: ['audio'] })).toBe(false);
  });
});
