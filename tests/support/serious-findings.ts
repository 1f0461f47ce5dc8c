import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What keeps somebody from a part of the screen, each as one line; axe also knows what is minor or moderate. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // There are no frames, for which it would open a page of its own beside ours.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
