import type { Locator } from 'vitest/browser';

/** Two clicks in one task, so that nothing can be drawn in between: quicker than a pointer, and never late enough to pass by luck. */
export function pressTwice(button: Locator): void {
  const element = button.element();
  for (let press = 0; press < 2; press++) element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
}
