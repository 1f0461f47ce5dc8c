import { everyLook, narrowerLooks } from './looks.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** Which result of a call makes which status of a customer. */
export async function shootStatusTable(studio: Studio): Promise<void> {
  await studio.open('/customers');
  await studio.each(async (page) => {
    await page
      .getByRole('button', { name: /^(そのほかの操作|More actions)$/ })
      .first()
      .click(soon);
    await page.getByRole('menuitem', { name: /^(通話の結果と顧客の状態|Results and statuses)$/ }).click(soon);
    await page.getByRole('dialog').getByRole('table').waitFor(soon);
  });
  await studio.shoot('customers-status-table', [...everyLook, ...narrowerLooks]);
  await studio.each((page) => page.keyboard.press('Escape'));
}
