import { expect, type Page } from '@playwright/test';
import type { CallId } from '../../backend/contract/ids.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { shootAlertWindow } from './alert-scenes.ts';
import { everyLook, japaneseLooks, narrowerLooks, ownLooks, twoLooks } from './looks.ts';
import type { Studio } from './studio.ts';
import { shootOwnSettings } from './team-settings-scenes.ts';

/** A conversation takes its time, also in fast time. */
const soon = { timeout: 60_000 };

/** What an agent sees from signing in to confirming the record. */
export async function shootMainScenes(studio: Studio): Promise<void> {
  await signIn(studio);
  const callId = await shootCalls(studio);
  await shootHandoff(studio, callId);
  await shootEnd(studio, callId);
  await shootOtherPages(studio, callId);
}

async function signIn(studio: Studio): Promise<void> {
  await studio.each((page) => page.locator('input[type=password]').waitFor());
  await studio.shoot('sign-in', everyLook);
  await studio.each(async (page) => {
    await page.locator('input[type=email]').fill(demoAccounts[0].email);
    await page.locator('input[type=password]').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor(soon);
  });
  await studio.shoot('sign-in-refused', twoLooks);
  await studio.each(async (page) => {
    const [{ email, password }] = demoAccounts;
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
  });
}

async function shootCalls(studio: Studio): Promise<CallId> {
  await studio.open('/calls');
  await studio.shoot('calls-empty', twoLooks);

  for (const persona of ['silent', 'no-answer', 'asks-what'] as const) await studio.call(persona);
  const callId = await studio.call('long-hold');
  await studio.open(`/calls/${callId}`);
  await studio.each((page) => lines(page).nth(3).waitFor(soon));
  await studio.shoot('calls', [...everyLook, ...narrowerLooks]);
  return callId;
}

async function shootHandoff(studio: Studio, callId: CallId): Promise<void> {
  const { ja } = studio.pages;
  await studio.each((page) => page.getByRole('button', { name: /^(受ける|Accept)/ }).waitFor(soon));
  await studio.shoot('offer', [...everyLook, ...narrowerLooks]);
  await shootAlertWindow(studio);

  await ja.getByRole('button', { name: /^受ける/ }).click();
  await ja.getByText('待機中です').waitFor(soon);
  await studio.shoot('standby', japaneseLooks);

  await ja.getByText('先方とつながっています').waitFor({ timeout: 120_000 });
  await studio.open(`/calls/${callId}`);
  await studio.shoot('connected', japaneseLooks);
  // The English page is the same agent's second window.
  await studio.shoot('connected-elsewhere', ownLooks.en);
}

async function shootEnd(studio: Studio, callId: CallId): Promise<void> {
  await studio.agent.request('POST', '/api/calls/end', { callId });
  await studio.each((page) => page.getByRole('button', { name: /^(確定|Confirm)/ }).waitFor(soon));
  await studio.shoot('result', twoLooks);
}

async function shootOtherPages(studio: Studio, callId: CallId): Promise<void> {
  await studio.open(`/customers/${await studio.customerWho('long-hold')}`);
  await studio.shoot('customer', [...twoLooks, ...narrowerLooks]);
  await studio.open('/customers');
  await studio.shoot('customers', twoLooks);
  await studio.open(`/history/${callId}`);
  await studio.shoot('record', [...twoLooks, ...narrowerLooks]);
  await studio.open('/history');
  await studio.shoot('history', twoLooks);

  await studio.open('/settings/sound');
  await studio.shoot('settings-sound', [...everyLook, ...narrowerLooks]);
  for (const section of ['account', 'conversation', 'notifications', 'keys', 'display']) {
    await studio.open(`/settings/${section}`);
    await studio.shoot(`settings-${section}`, section === 'conversation' ? everyLook : twoLooks);
  }
  await shootOwnSettings(studio);
  await shootPalette(studio);
}

async function shootPalette(studio: Studio): Promise<void> {
  await studio.open('/history');
  await studio.each(async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('option').nth(8).waitFor();
  });
  await studio.shoot('palette', everyLook);

  await studio.each(async (page) => {
    await page.getByRole('dialog').getByRole('combobox').fill('株式会社');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(8);
  });
  await studio.shoot('palette-search', twoLooks);
  await studio.each(async (page) => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(3);
  });
  await studio.shoot('palette-customer', twoLooks);

  await studio.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  });
  await studio.shoot('keys', twoLooks);
  await studio.each((page) => page.keyboard.press('Escape'));
}

function lines(page: Page) {
  return page.getByRole('log').getByRole('listitem');
}
