import { describe, expect, it } from 'vitest';
import { isEverybodys, keysInWords, parseAccelerator } from '../../../src-main/shortcuts/accelerator.ts';

describe('parseAccelerator', () => {
  it.each([
    ['CommandOrControl+Alt+Y', 'CommandOrControl+Alt+Y'],
    ['alt+ctrl+y', 'Control+Alt+Y'],
    ['Shift + Super + f5', 'Super+Shift+F5'],
    ['Ctrl+Alt+space', 'Control+Alt+Space'],
    ['Ctrl+[', 'Control+['],
  ])('reads %s', (text, accelerator) => {
    expect(parseAccelerator(text)).toBe(accelerator);
  });

  it.each(['', 'Y', 'Shift+Y', 'F5', 'Ctrl', 'Ctrl+Alt', 'Ctrl+Hyper+Y', 'Ctrl+あ', 'Ctrl+Alt+Y+Z'])(
    'refuses %j, which is no key or would be missed in typing',
    (text) => {
      expect(parseAccelerator(text)).toBeNull();
    },
  );
});

describe('isEverybodys', () => {
  it.each<[NodeJS.Platform, string]>([
    ['win32', 'CommandOrControl+C'],
    ['win32', 'Control+V'],
    ['linux', 'CommandOrControl+X'],
    ['linux', 'Control+A'],
    ['win32', 'CommandOrControl+Z'],
    ['win32', 'Alt+F4'],
    ['darwin', 'Command+Q'],
    ['darwin', 'CommandOrControl+C'],
  ])('knows on %s that every program needs %s', (platform, accelerator) => {
    expect(isEverybodys(accelerator, platform)).toBe(true);
  });

  it.each<[NodeJS.Platform, string]>([
    ['win32', 'CommandOrControl+Alt+Y'],
    ['darwin', 'CommandOrControl+Alt+N'],
    ['linux', 'Control+F7'],
  ])('leaves to us on %s what nobody else needs: %s', (platform, accelerator) => {
    expect(isEverybodys(accelerator, platform)).toBe(false);
  });
});

describe('keysInWords', () => {
  it('writes keys as the keyboard does', () => {
    expect(keysInWords('CommandOrControl+Alt+Y', 'win32')).toBe('Ctrl+Alt+Y');
    expect(keysInWords('CommandOrControl+Alt+Y', 'darwin')).toBe('⌥⌘Y');
    expect(keysInWords('Control+Shift+Plus', 'linux')).toBe('Ctrl+Shift++');
  });
});
