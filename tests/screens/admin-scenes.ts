import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { everyLook, narrowerLooks, oneLook, twoLooks } from './looks.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 30_000 };

/** What only admins have. Comes last: from now on the consoles are an admin's. */
export async function shootAdminScenes(studio: Studio): Promise<void> {
  await studio.each((page) => changeToAdmin(page, studio.url));
  await studio.open('/settings/telephony');
  await studio.shoot('settings-telephony', [...everyLook, ...narrowerLooks]);
  await studio.open('/settings/account');
  await studio.shoot('settings-admin', [...twoLooks, ...narrowerLooks]);
  await studio.open('/settings/users');
  await studio.shoot('settings-users', [...everyLook, ...narrowerLooks]);

  const { ja } = studio.pages;
  await ja.getByLabel('氏名').fill('山本 葵');
  await ja.getByLabel('メールアドレス').fill('yamamoto@demo.example');
  await ja.getByRole('button', { name: '社員を追加' }).click();
  const link = await ja.getByLabel('リンク', { exact: true }).inputValue(soon);
  await studio.shoot('settings-users-link', oneLook);

  await studio.each(async (page) => {
    await page.goto(link);
    await page.locator('input[type=password]').first().waitFor(soon);
  });
  await studio.shoot('set-password', everyLook);
}

async function changeToAdmin(page: Page, url: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(url);
  const { email, password } = demoAccounts[2];
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
}
