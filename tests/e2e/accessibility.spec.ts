import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { customerPageSchema } from '../../backend/contract/customers.ts';
import type { CallId, CustomerId } from '../../backend/contract/ids.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { companyOf } from '../support/main-job.ts';
import { test } from './support/console-test.ts';

// A conversation is on the screen within seconds, and its hold is long enough to look at it.
test.use({ settings: { SIMULATOR_SPEED: '5' } });

const looks = [
  { name: 'Japanese, light', language: 'ja', appearance: 'light' },
  { name: 'English, dark', language: 'en', appearance: 'dark' },
] as const;

for (const { name, ...preferences } of looks) {
  test(`no screen has serious accessibility problems (${name})`, async ({ page, backend: { url } }) => {
    await using agent = await openConsole(url, demoAccounts[0]);
    const customerId = await customerWho(agent, 'long-hold');
    const stored = JSON.stringify(JSON.stringify(preferences));
    await page.addInitScript(`localStorage.setItem('toritsugi.preferences', ${stored})`);

    await test.step('sign-in', async () => {
      await page.goto(url);
      await expect(page.locator('input[type=password]')).toBeVisible();
      await expectAccessible(page);
    });

    await signIn(page, url);
    await test.step('calls, without one', async () => {
      await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    });

    const callId = await agent.start({ customerId, mode: 'ai' });
    await test.step('a call in progress', async () => {
      await open(page, `${url}/#/calls/${callId}`);
      await expect(page.getByRole('log').getByRole('listitem').nth(3)).toBeVisible();
      await expectAccessible(page);
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

    await test.step('settings', async () => {
      await open(page, `${url}/#/settings`);
      await expect(page.getByRole('heading', { level: 2 }).nth(3)).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('the telephone of the customer', async () => {
      await page.goto(`${url}/phone`);
      await expect(page.getByText('+81300990001')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

async function customerWho(
  agent: ConsoleClient,
  persona: Parameters<typeof companyOf>[0],
): Promise<CustomerId> {
  const search = encodeURIComponent(companyOf(persona));
  const { customers } = await agent.ask(customerPageSchema, 'GET', `/api/customers?search=${search}`);
  const [customer] = customers;
  if (customer === undefined) throw new Error(`no customer ${persona}`);
  return customer.id;
}

/** In whatever language the form is. */
async function signIn(page: Page, url: string): Promise<void> {
  const [{ email, password }] = demoAccounts;
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

/** Serious is what keeps somebody from a part of the screen; axe also knows minor and moderate. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(serious).toEqual([]);
}
