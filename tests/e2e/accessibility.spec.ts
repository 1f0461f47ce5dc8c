import { expect, type Page } from '@playwright/test';
import type { CallId } from '../../backend/contract/ids.ts';
import { type DemoAccount, demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { personaNumber } from '../../backend/simulator/personas/numbers.ts';
import { callableCustomer } from '../support/callable-customer.ts';
import { addCustomer, control, draftCampaign } from '../support/campaigns.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { seriousFindings } from '../support/serious-findings.ts';
import { test } from './support/console-test.ts';

// A conversation is on the screen within seconds, and its hold is long enough to look at it.
// Nothing is to be caught while it fades in.
test.use({ settings: { SIMULATOR_SPEED: '5' }, contextOptions: { reducedMotion: 'reduce' } });

const looks = [
  { name: 'Japanese, light', language: 'ja', appearance: 'light' },
  { name: 'English, dark', language: 'en', appearance: 'dark' },
] as const;

for (const { name, ...preferences } of looks) {
  test(`no screen has serious accessibility problems (${name})`, async ({ page, backend: { url } }) => {
    await using agent = await openConsole(url, demoAccounts[0]);
    const customerId = await callableCustomer(agent, 'long-hold');
    const stored = JSON.stringify(JSON.stringify(preferences));
    await page.addInitScript(`localStorage.setItem('toritsugi.preferences', ${stored})`);

    await test.step('sign-in', async () => {
      await page.goto(url);
      await expect(page.locator('input[type=password]')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('a link that sets no password any more', async () => {
      await open(page, `${url}/#/set-password/secret`);
      await expect(page.getByRole('link')).toBeVisible();
      await expectAccessible(page);
    });

    await signIn(page, url);
    await test.step('calls, without one', async () => {
      await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the palette, and in it a customer', async () => {
      const palette = page.getByRole('dialog');
      await page.keyboard.press('Control+k');
      await expect(palette.getByRole('option').nth(5)).toBeVisible();
      await expectAccessible(page);
      await palette.getByRole('combobox').fill('株式会社');
      await expect(palette.getByRole('option')).toHaveCount(8);
      await page.keyboard.press('Enter');
      await expect(palette.getByRole('option').first()).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
    });

    await test.step('the list of keys', async () => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
    });

    const callId = await agent.start({ customerId, mode: 'ai' });
    await test.step('a call in progress', async () => {
      await open(page, `${url}/#/calls/${callId}`);
      await expect(page.getByRole('log').getByRole('listitem').nth(3)).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the search in its transcript', async () => {
      await page.keyboard.press('Control+f');
      await page.getByRole('search').getByRole('searchbox').fill('お電話');
      await expect(page.locator('mark').first()).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
    });

    await test.step('a customer', async () => {
      await open(page, `${url}/#/customers/${customerId}`);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the record of a call', async () => {
      await end(agent, callId);
      await open(page, `${url}/#/history/${callId}`);
      await expect(page.getByRole('log').getByRole('listitem').nth(3)).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('a history that is searched for words, and a report', async () => {
      await open(page, `${url}/#/history?phrase=${encodeURIComponent('お世話')}`);
      await expect(page.getByRole('main').locator('mark').first()).toBeVisible();
      await expectAccessible(page);
      await open(page, `${url}/#/reports`);
      await expect(page.getByRole('table').nth(6)).toBeAttached();
      await expectAccessible(page);
    });

    await test.step('every section of the settings', async () => {
      await open(page, `${url}/#/settings`);
      for (const section of await page.getByRole('main').getByRole('navigation').getByRole('link').all()) {
        await section.click();
        await expect(section).toHaveAttribute('aria-current', 'page');
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
        await expectAccessible(page);
      }
    });

    await test.step('the sections of the settings that admins have', async () => {
      await signIn(page, url, demoAccounts[2]);
      await open(page, `${url}/#/settings/telephony`);
      await page.reload();
      await expect(page.getByText(url, { exact: true })).toBeVisible();
      await expectAccessible(page);
      await open(page, `${url}/#/settings/users`);
      await page.getByRole('listitem').getByRole('button').first().click();
      await page.getByRole('menuitem').first().click();
      await expect(page.getByRole('radio')).toHaveCount(4);
      await expectAccessible(page);
      await open(page, `${url}/#/settings/team`);
      await expect(page.getByRole('spinbutton').first()).toBeVisible();
      await expectAccessible(page);
      await open(page, `${url}/#/settings/members`);
      await page.getByRole('main').getByRole('combobox').first().selectOption({ index: 1 });
      await expect(page.getByRole('spinbutton').first()).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the telephone of the customer', async () => {
      await page.goto(`${url}/phone`);
      await expect(page.getByText('03-0099-0001')).toBeVisible();
      await expectAccessible(page);
    });
  });

  test(`nor has the work on customers (${name})`, async ({ page, backend: { url } }) => {
    await using agent = await openConsole(url, demoAccounts[0]);
    const customerId = await callableCustomer(agent, 'long-hold');
    const stored = JSON.stringify(JSON.stringify(preferences));
    await page.addInitScript(`localStorage.setItem('toritsugi.preferences', ${stored})`);
    await signIn(page, url);

    await test.step('the form of a customer, with a mistake', async () => {
      await open(page, `${url}/#/customers/${customerId}`);
      await page.getByRole('button', { name: /^(編集|Edit)/ }).click();
      await page.getByLabel(/^(電話番号|Telephone)$/).fill('03-12');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert').filter({ hasText: /電話番号|number/ })).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('customers who are chosen', async () => {
      await open(page, `${url}/#/customers`);
      await page.getByRole('checkbox').first().click();
      await expect(page.getByRole('toolbar')).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('a file of customers: its columns, and what it would do', async () => {
      await open(page, `${url}/#/customers/imports`);
      await expectAccessible(page);
      const buffer = Buffer.from('会社名,TEL\r\nあおぞら製作所,03-6712-4455\r\nみどり商会,0312');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer });
      const check = page.getByRole('button', { name: /^(取り込む内容を確かめる|Check what would)/ });
      await expect(check).toBeVisible();
      await expectAccessible(page);
      await check.click();
      await expect(page.getByText('0312', { exact: false }).first()).toBeVisible();
      await expectAccessible(page);
    });
  });

  test(`nor have campaigns (${name})`, async ({ page, backend: { url } }) => {
    await using admin = await openConsole(url, demoAccounts[2]);
    const customerIds = [await addCustomer(admin, personaNumber('long-hold', 6_000))];
    const stored = JSON.stringify(JSON.stringify(preferences));
    await page.addInitScript(`localStorage.setItem('toritsugi.preferences', ${stored})`);
    await signIn(page, url, demoAccounts[2]);

    await test.step('none yet', async () => {
      await open(page, `${url}/#/campaigns`);
      await expect(page.getByText(/^(一斉コールはまだありません|No campaigns yet)$/)).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the form of a new one, with mistakes', async () => {
      await open(page, `${url}/#/campaigns/new`);
      await page.getByRole('radio', { name: /^(時間を決める|Set the hours)$/ }).click();
      await page.getByLabel(/^(同時に通話する数|Calls at once)$/).fill('0');
      await page.getByRole('button', { name: /^(下書きを作る|Make the draft)$/ }).click();
      await expect(page.getByRole('alert').nth(3)).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('one of them, each of its parts, and the question before it is stopped', async () => {
      await using agent = await openConsole(url, demoAccounts[0]);
      const { id } = await draftCampaign(admin, [agent], customerIds);
      await control(admin, id, 'start');
      for (const part of ['', '/customers', '/settings']) {
        await open(page, `${url}/#/campaigns/${id}${part}`);
        await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
        await expectAccessible(page);
      }
      await page.getByRole('button', { name: /^(中止|Stop)$/ }).click();
      await expect(page.getByRole('button', { name: /^(中止する|Stop for good)$/ })).toBeVisible();
      await expectAccessible(page);
    });
  });
}

/** In whatever language the form is. */
async function signIn(page: Page, url: string, account: DemoAccount = demoAccounts[0]): Promise<void> {
  const { email, password } = account;
  const answer = await page.request.post(`${url}/api/auth/sign-in/email`, {
    headers: { origin: url },
    data: { email, password },
  });
  expect(answer.ok()).toBe(true);
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function end(agent: ConsoleClient, callId: CallId): Promise<void> {
  const answer = await agent.request('POST', '/api/calls/end', { callId });
  expect(answer.ok).toBe(true);
  await expect.poll(async () => (await agent.record(callId)).call.endedAt).not.toBeNull();
}

async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
}
