import { expect } from '@playwright/test';
import { customerSchema } from '../../backend/contract/customers.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { callableCustomer } from '../support/callable-customer.ts';
import { openConsole } from '../support/console-client.ts';
import { signIn } from '../support/main-job.ts';
import { test } from './support/console-test.ts';

test('a reminder comes due, is told of, and starts the call with one press', async ({ page, backend }) => {
  await using colleague = await openConsole(backend.url, demoAccounts[0]);
  const customerId = await callableCustomer(colleague, 'long-hold');
  const { company } = await colleague.ask(customerSchema, 'GET', `/api/customers/${customerId}`);
  const row = page.getByRole('listitem').filter({ hasText: '部長が戻る頃' });
  await page.goto(backend.url);
  await signIn(page);

  await test.step('its time comes while the agent does something else', async () => {
    const dueAt = new Date(Date.now() + 3_000).toISOString();
    const reminder = { dueAt, note: '部長が戻る頃' };
    await colleague.request('POST', `/api/customers/${customerId}/reminders`, reminder);
    await expect(page.getByText(`「${company}」へかけ直す時刻です`)).toBeVisible();
    await expect(page.getByRole('link', { name: /^予定/ })).toContainText(/\d/);
  });

  await test.step('one press calls', async () => {
    await page.getByRole('link', { name: /^予定/ }).click();
    await row.getByRole('button', { name: `AIで発信: ${company}` }).click();
    await expect(page.getByRole('log').getByText('お世話になっております。')).toBeVisible();
  });

  await test.step('while the call is on, the row leads to it', async () => {
    await page.getByRole('link', { name: /^予定/ }).click();
    await expect(row.getByRole('link', { name: `通話中: ${company}` })).toBeVisible();
  });

  await test.step('what is done is gone from the list, and comes back on request', async () => {
    await row.getByRole('button', { name: `「${company}」の予定を済みにする` }).click();
    await expect(row).toBeHidden();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await expect(row).toBeVisible();
  });
});
