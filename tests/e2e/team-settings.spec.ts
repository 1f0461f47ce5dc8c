import { type Browser, expect, type Page } from '@playwright/test';
import { type DemoAccount, demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { callableCustomer } from '../support/callable-customer.ts';
import { openConsole } from '../support/console-client.ts';
import { signIn } from '../support/main-job.ts';
import { test } from './support/console-test.ts';

const [suzuki, , sasaki] = demoAccounts;
const likeAtWork = { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', permissions: ['microphone'] };
const teams = '本日はこれにて、失礼いたします。';

async function consoleOf(browser: Browser, url: string, account: DemoAccount, place: string): Promise<Page> {
  const page = await (await browser.newContext(likeAtWork)).newPage();
  await page.goto(url);
  await signIn(page, account);
  await page.goto(`${url}/#${place}`);
  return page;
}

test('what the team says holds for an agent who has changed nothing, and is theirs to change and to return to', async ({
  backend,
  browser,
}) => {
  const admin = await consoleOf(browser, backend.url, sasaki, '/settings/team');
  const form = admin.locator('form').filter({ has: admin.getByLabel('話す文') });
  await form.getByLabel('場面').selectOption('closing');
  await form.getByLabel('話す文').fill(teams);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form.getByText('保存しました')).toBeVisible();

  const agent = await consoleOf(browser, backend.url, suzuki, '/settings/templates');
  await agent.getByLabel('場面').selectOption('closing');
  await expect(agent.getByLabel('話す文')).toHaveValue(teams);
  await expect(agent.getByText('チームの文を使っています。')).toBeVisible();
  await agent.getByLabel('話す文').fill('では、また。');
  await agent.getByRole('button', { name: 'チームの文に戻す' }).click();
  await expect(agent.getByLabel('話す文')).toHaveValue(teams);

  await admin.getByRole('switch', { name: 'AIの言葉' }).click();
  await expect(admin.getByRole('switch', { name: 'AIの言葉' })).toBeChecked();
  await agent.reload();
  await expect(agent.getByText(/管理者/).first()).toBeVisible();
  await expect(agent.getByLabel('話す文')).toBeDisabled();
});

test('how an agent is told of offers follows them to another computer', async ({ backend, browser }) => {
  const here = await consoleOf(browser, backend.url, suzuki, '/settings/notifications');
  await here.getByRole('switch', { name: '依頼の小窓' }).click();
  await here.getByRole('button', { name: '保存' }).click();
  await expect(here.getByText('保存しました')).toBeVisible();

  const elsewhere = await consoleOf(browser, backend.url, suzuki, '/settings/notifications');

  await expect(elsewhere.getByRole('switch', { name: '依頼の小窓' })).not.toBeChecked();
  await expect(elsewhere.getByRole('switch', { name: 'ブラウザーの通知' })).toBeChecked();
});

test('an admin finds a call by words that were said before they looked, and reads when somebody was away', async ({
  backend,
  browser,
}) => {
  await using agent = await openConsole(backend.url, suzuki);
  await agent.start({ customerId: await callableCustomer(agent, 'silent'), mode: 'ai' });
  const page = await consoleOf(browser, backend.url, suzuki, '/calls');
  await page.getByRole('button', { name: /^受付の状態/ }).click();
  await page.getByRole('menuitemcheckbox', { name: '会議' }).click();
  await expect(page.getByRole('button', { name: /^受付の状態/ })).toContainText('会議');
  const admin = await consoleOf(browser, backend.url, sasaki, '/wall');
  await expect(admin.getByText('1件', { exact: true })).toBeVisible();

  await admin.getByRole('searchbox').fill('つむぎ野');
  await expect(admin.getByRole('list', { name: '全員の通話' }).getByRole('listitem')).toHaveCount(1);
  await admin.getByRole('searchbox').fill('だれも言わない言葉');
  await expect(admin.getByText('条件に合う通話はありません')).toBeVisible();

  await admin.goto(`${backend.url}/#/figures`);
  await admin.getByRole('link', { name: suzuki.name }).click();
  await expect(admin.getByRole('listitem').filter({ hasText: '会議' }).first()).toContainText(suzuki.name);
});
