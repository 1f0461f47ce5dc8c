import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { type Look, tightLooks } from './looks.ts';
import { signInAs } from './sign-in.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** What the bar offers an agent who talks with a customer, alone and with a colleague. */
export async function shootTalkScenes(studio: Studio): Promise<void> {
  const colleague = await studio.openPage('ja');
  await signInAs(colleague, demoAccounts[1]);
  await colleague.getByText('電話機は使えます').waitFor(soon);
  for (const language of ['ja', 'en'] as const) {
    const page = studio.pages[language];
    await dial(studio, page);
    await shootTalk(studio, page, tightLooks[language]);
    await shootTransfer(studio, { page, colleague }, tightLooks[language]);
    await page.getByRole('button', { name: /^(切断|Hang up)$/ }).click();
    await page.getByRole('button', { name: /^(確定|Confirm)/ }).click(soon);
    await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
  }
  await colleague.close();
}

/** The same in the narrowest browser. */
function asSliver(look: Look): Look {
  return { ...look, size: 'sliver' };
}

/** By hand, to somebody who listens for long. */
async function dial(studio: Studio, page: Page): Promise<void> {
  await page.goto(`${studio.url}/#/customers/${await studio.customerWho('long-hold')}`);
  await page.getByRole('button', { name: /^(自分で発信|Call in person)/ }).click(soon);
  await page.getByText(/先方とつながっています|You are connected/).waitFor(soon);
}

async function shootTalk(studio: Studio, page: Page, taken: readonly Look[]): Promise<void> {
  await studio.shoot('talking', taken);
  await page.keyboard.press('d');
  for (const key of ['1', '2', '0', '#']) await page.keyboard.press(key);
  await studio.shoot('keypad', taken);
  await page.keyboard.press('Escape');

  await page.keyboard.press('m');
  await page.getByText(/^(ミュート中|Muted)$/).waitFor(soon);
  await studio.shoot('muted', taken);
  await page.keyboard.press('m');

  await page.getByRole('button', { name: /^(保留|Hold)$/ }).click();
  await page.getByRole('button', { name: /^(保留解除|Resume)$/ }).waitFor(soon);
  await studio.shoot('held', [...taken, ...taken.slice(-1).map(asSliver)]);
  await page.getByRole('button', { name: /^(保留解除|Resume)$/ }).click();
  await page.getByText(/先方とつながっています|You are connected/).waitFor(soon);
}

async function shootTransfer(
  studio: Studio,
  { page, colleague }: { readonly page: Page; readonly colleague: Page },
  taken: readonly Look[],
): Promise<void> {
  await page.getByRole('button', { name: /^(転送|Transfer)$/ }).click();
  await page.getByRole('menuitem').first().waitFor(soon);
  await studio.shoot('transfer-menu', taken);
  await page.getByRole('menuitem').first().click();
  await colleague.getByRole('button', { name: /^受ける/ }).waitFor(soon);
  await studio.shoot('asking', taken);

  await colleague.getByRole('button', { name: /^受ける/ }).click();
  const together = page.getByRole('button', { name: /^(三者通話|Talk together)$/, disabled: false });
  await together.waitFor(soon);
  await studio.shoot('consulting', taken);
  await together.click();
  await colleague.getByText('三者', { exact: false }).first().waitFor(soon);
  await studio.shoot('three-way', taken);
}
