import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Keypad } from '../../../../src-renderer/features/softphone/keypad.tsx';
import { renderConsole } from '../../support/render-console.tsx';

describe('Keypad', () => {
  it.each(['12*#', '*12#', '123456789012345678901234567890*#'])(
    'shows %s in the order it was pressed, its end in sight',
    async (keys) => {
      const { screen } = await renderConsole(
        <div style={{ position: 'relative', marginTop: 400, width: 300 }}>
          <Keypad onPress={() => undefined} onClose={() => undefined} />
        </div>,
      );

      await userEvent.keyboard(keys);

      const shown = screen.getByRole('status');
      await expect.element(shown).toHaveTextContent(keys);
      const last = placeOf(shown.element(), keys.length - 1);
      const box = shown.element().getBoundingClientRect();
      expect(last.left).toBeGreaterThan(placeOf(shown.element(), keys.length - 2).left);
      expect(last.left).toBeGreaterThanOrEqual(box.left);
      expect(last.right).toBeLessThanOrEqual(box.right + 1);
    },
  );
});

/** Where one character of the text stands. */
function placeOf(output: Element, index: number): DOMRect {
  const text = document.createTreeWalker(output, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  if (text === null) throw new Error('There is no text.');
  range.setStart(text, index);
  range.setEnd(text, index + 1);
  return range.getBoundingClientRect();
}
