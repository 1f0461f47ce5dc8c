import { expect } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { signIn } from '../support/main-job.ts';
import { test } from './support/console-test.ts';

const aoi = { email: 'yamamoto@example.com', password: 'a password of her own' };

test('an admin adds somebody, who sets a password with the link, signs in, and is signed out when the account is disabled', async ({
  page,
  browser,
  backend,
}) => {
  await page.goto(`${backend.url}/#/settings/users`);
  await signIn(page, demoAccounts[2]);
  await page.getByLabel('氏名').fill('山本 葵');
  await page.getByLabel('メールアドレス').fill(aoi.email);
  await page.getByRole('button', { name: '社員を追加' }).click();
  const link = await page.getByLabel('リンク', { exact: true }).inputValue();

  const hers = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
  await hers.goto(link);
  await hers.getByLabel('新しいパスワード', { exact: true }).fill(aoi.password);
  await hers.getByLabel('新しいパスワード（もう一度）').fill(aoi.password);
  await hers.keyboard.press('Enter');
  await hers.getByRole('link', { name: 'サインインへ進む' }).click();
  await signIn(hers, aoi);

  await page.getByRole('button', { name: '山本 葵さんの操作' }).click();
  await page.getByRole('menuitem', { name: '停止する' }).click();
  await expect(page.getByText('すべての端末でサインアウトしました', { exact: false })).toBeVisible();
  await expect(hers.getByRole('button', { name: 'サインイン' })).toBeVisible();

  await hers.goto(link);
  await expect(hers.getByRole('heading', { name: 'このリンクは使えません' })).toBeVisible();
});
