import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, ownLooks, twoLooks } from './looks.ts';
import { failed, loading, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';
import { shootTeamSettings } from './team-settings-scenes.ts';

const soon = { timeout: 60_000 };

const answers = { users: /\/api\/users$/, telephony: /\/api\/telephony/ } as const;

/** What only admins have. Comes last: from now on the consoles are an admin's. */
export async function shootAdminScenes(studio: Studio): Promise<void> {
  await studio.each((page) => changeToAdmin(page, studio.url));
  await studio.open('/settings/telephony');
  await studio.shoot('settings-telephony', [...everyLook, ...narrowerLooks]);
  await studio.open('/settings/account');
  await studio.shoot('settings-admin', [...twoLooks, ...narrowerLooks]);
  await studio.open('/settings/users');
  await studio.shoot('settings-users', [...everyLook, ...narrowerLooks]);

  await shootLoading(studio);
  await shootTeamSettings(studio);
  await studio.open('/settings/users');

  const { ja } = studio.pages;
  await ja.getByLabel('氏名').fill('山本 葵');
  await ja.getByLabel('メールアドレス').fill('yamamoto@demo.example');
  await ja.getByRole('button', { name: '社員を追加' }).click();
  const link = await ja.getByLabel('リンク', { exact: true }).inputValue(soon);
  await studio.shoot('settings-users-link', ownLooks.ja);

  await studio.each(async (page) => {
    await page.goto(link);
    await page.locator('input[type=password]').first().waitFor(soon);
  });
  await studio.shoot('set-password', everyLook);
  await ja.locator('input[type=password]').nth(0).fill('a password of her own');
  await ja.locator('input[type=password]').nth(1).fill('a password of her own');
  await ja.keyboard.press('Enter');
  await ja.getByRole('link', { name: 'サインインへ進む' }).waitFor(soon);
  await studio.shoot('password-set', ownLooks.ja);
  await studio.each((page) => page.reload());
  await studio.each((page) => page.getByRole('heading', { name: /使えません|cannot be used/ }).waitFor(soon));
  await studio.shoot('used-link', twoLooks);
}

async function shootLoading(studio: Studio): Promise<void> {
  for (const [name, path] of Object.entries(answers)) {
    const state = { studio, place: `/settings/${name}` };
    await shootState({
      ...state,
      name: `settings-${name}-loading`,
      play: (page) => holdAnswer(page, path),
      until: loading,
    });
    await shootState({
      ...state,
      name: `settings-${name}-failed`,
      play: (page) => failAnswer(page, path),
      until: failed,
    });
  }
}

export async function changeToAdmin(page: Page, url: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(url);
  const { email, password } = demoAccounts[2];
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
}
