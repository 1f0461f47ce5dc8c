import type { Page } from '@playwright/test';
import { agentProfileSchema } from '../../backend/contract/agents.ts';
import { answerTruly, changeAnswer, failAnswer } from './changed-answers.ts';
import { everyLook, twoLooks } from './looks.ts';
import { failed, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** The agent's own telephone: a number that is none, one that is not verified yet, its code, and one that is verified. */
export async function shootAccountScenes(studio: Studio): Promise<void> {
  await studio.open('/settings/account');
  await studio.each(async (page) => {
    await page.getByLabel(/^(電話番号|Telephone number)$/).fill('03-12');
    await page.keyboard.press('Enter');
    await page.locator('main').getByRole('alert').first().waitFor(soon);
  });
  await studio.shoot('own-phone-mistake', twoLooks);
  await studio.each(discard);

  await studio.agent.request('PUT', '/api/agents/phone', { phoneNumber: '03-6712-4455' });
  const verify = /^(確認の電話をかける|Call my telephone)$/;
  await studio.each((page) => page.reload());
  await studio.each((page) => page.getByRole('button', { name: verify }).waitFor(soon));
  await studio.shoot('own-phone', everyLook);

  // Nobody is there to be called.
  const expiresAt = new Date(studio.now() + 600_000).toISOString();
  await studio.each((page) =>
    page.route(/\/api\/agents\/phone\/verification$/, (route) => route.fulfill({ json: { expiresAt } })),
  );
  await studio.each(async (page) => {
    await page.getByRole('button', { name: verify }).click();
    await page.locator('input[autocomplete=one-time-code]').fill('12');
    await page.keyboard.press('Enter');
    await page
      .getByText(/^(6桁の数字を入力してください|Please enter six digits)/)
      .first()
      .waitFor(soon);
  });
  await studio.shoot('own-phone-code', twoLooks);
  await shootPlayedProfile(studio);
}

async function shootPlayedProfile(studio: Studio): Promise<void> {
  const profile = /\/api\/agents\/profile$/;
  const place = '/settings/account';
  await shootState({
    studio,
    place,
    name: 'own-phone-verified',
    play: (page) =>
      changeAnswer(page, profile, agentProfileSchema, (answer) => ({
        ...answer,
        settings: { ...answer.settings, phoneVerified: true },
      })),
    until: (page) =>
      page
        .getByText(/^(確認済みです。|The number has been checked)/)
        .first()
        .waitFor(soon),
  });
  await studio.agent.request('PUT', '/api/agents/phone', { phoneNumber: null });
  await studio.each((page) => page.reload());
  await studio.each((page) => failAnswer(page, /\/api\/agents\/phone$/));
  await studio.each(async (page) => {
    await page.locator('input[type=tel]').fill('03-6712-4455');
    await page.keyboard.press('Enter');
    await failed(page);
  });
  await studio.shoot('own-phone-failed', twoLooks);
  await studio.each(answerTruly);
  await studio.each(discard);
}

/** Else what was typed would be there in the next picture. */
async function discard(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(元に戻す|Undo changes)$/ }).click();
}
