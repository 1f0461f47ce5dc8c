import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import type { Language, Look } from './looks.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** Each language in the looks in which its words are longest for the room there is. */
const looks: Record<Language, readonly Look[]> = {
  ja: [
    { language: 'ja', scheme: 'light', size: 'wide' },
    { language: 'ja', scheme: 'dark', size: 'narrow' },
    { language: 'ja', scheme: 'light', size: 'strip' },
  ],
  en: [
    { language: 'en', scheme: 'dark', size: 'wide' },
    { language: 'en', scheme: 'light', size: 'narrow' },
    { language: 'en', scheme: 'dark', size: 'strip' },
  ],
};

/** What the bar offers an agent who talks with a customer, alone and with a colleague. */
export async function shootTalkScenes(studio: Studio): Promise<void> {
  const colleague = await studio.openPage('ja');
  await signIn(colleague);
  for (const language of ['ja', 'en'] as const) {
    const page = studio.pages[language];
    await dial(studio, page);
    await shootTalk(studio, page, looks[language]);
    await shootTransfer(studio, { page, colleague }, looks[language]);
    await page.getByRole('button', { name: /^(切断|Hang up)$/ }).click();
    await page.getByRole('button', { name: /^(確定|Confirm)/ }).click(soon);
    await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
  }
  await colleague.close();
}

async function signIn(page: Page): Promise<void> {
  const [, { email, password }] = demoAccounts;
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('電話機は使えます').waitFor(soon);
}

/** By hand, to somebody who listens for long. */
async function dial(studio: Studio, page: Page): Promise<void> {
  await page.goto(`${studio.url}/#/customers/${await studio.customerWho('long-hold')}`);
  await page.getByRole('button', { name: /^(自分で発信|Call yourself)/ }).click(soon);
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
  await studio.shoot('held', taken);
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
