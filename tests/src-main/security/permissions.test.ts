import { describe, expect, it } from 'vitest';
import { mayHavePermission } from '../../../src-main/security/permissions.ts';

const page = 'app://toritsugi/index.html';

describe('mayHavePermission', () => {
  it('gives our page the microphone', () => {
    expect(mayHavePermission({ permission: 'media', page, media: ['audio'] })).toBe(true);
  });

  it.each([['video'], ['audio', 'video'], []])('does not give our page %j', (...media) => {
    expect(mayHavePermission({ permission: 'media', page, media })).toBe(false);
  });

  it('gives the microphone to nobody else', () => {
    expect(mayHavePermission({ permission: 'media', page: 'https://example.com/', media: ['audio'] })).toBe(
      false,
    );
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
