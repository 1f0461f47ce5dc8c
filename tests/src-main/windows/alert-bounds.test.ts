import { describe, expect, it } from 'vitest';
import { alertBounds } from '../../../src-main/windows/alert-bounds.ts';

/** A screen to the left of the first one, with a panel at its top. */
const workArea = { x: -1_920, y: 30, width: 1_920, height: 1_050 };

describe('alertBounds', () => {
  it('is in the lower right corner of the screen, where macOS and Linux show nothing', () => {
    expect(alertBounds(workArea, 'linux')).toEqual({ x: -396, y: 844, width: 380, height: 220 });
  });

  it('is in the upper right corner on Windows, whose notifications are below', () => {
    expect(alertBounds(workArea, 'win32')).toEqual({ x: -396, y: 46, width: 380, height: 220 });
  });
});
