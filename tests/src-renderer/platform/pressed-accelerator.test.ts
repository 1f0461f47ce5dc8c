import { describe, expect, it } from 'vitest';
import { pressedAccelerator } from '../../../src-renderer/platform/pressed-accelerator.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

describe('pressedAccelerator', () => {
  it.each([
    ['Ctrl+Alt+Y', { ...plain, ctrlKey: true, altKey: true, code: 'KeyY' }, false, 'CommandOrControl+Alt+Y'],
    ['Command+Y on a Mac', { ...plain, metaKey: true, code: 'KeyY' }, true, 'CommandOrControl+Y'],
    ['Control+Y on a Mac', { ...plain, ctrlKey: true, code: 'KeyY' }, true, 'Control+Y'],
    ['Windows+Shift+F5', { ...plain, metaKey: true, shiftKey: true, code: 'F5' }, false, 'Super+Shift+F5'],
    ['a digit', { ...plain, altKey: true, code: 'Digit4' }, false, 'Alt+4'],
    ['an arrow', { ...plain, altKey: true, code: 'ArrowUp' }, false, 'Alt+Up'],
    ['Ctrl alone', { ...plain, ctrlKey: true, code: 'ControlLeft' }, false, null],
    ['Escape', { ...plain, code: 'Escape' }, false, null],
  ])('writes %s in the notation of Electron', (_what, pressed, onApple, accelerator) => {
    expect(pressedAccelerator(pressed, onApple)).toBe(accelerator);
  });
});
