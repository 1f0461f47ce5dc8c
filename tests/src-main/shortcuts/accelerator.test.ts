import { describe, expect, it } from 'vitest';
import { keysInWords, parseAccelerator } from '../../../src-main/shortcuts/accelerator.ts';

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

describe('keysInWords', () => {
  it('writes keys as the keyboard does', () => {
    expect(keysInWords('CommandOrControl+Alt+Y', 'win32')).toBe('Ctrl+Alt+Y');
    expect(keysInWords('CommandOrControl+Alt+Y', 'darwin')).toBe('⌥⌘Y');
    expect(keysInWords('Control+Shift+Plus', 'linux')).toBe('Ctrl+Shift++');
  });
});
