import type { Page } from '@playwright/test';
import { changeToAdmin } from './admin-scenes.ts';
import { answerTruly, failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks } from './looks.ts';
import { answerCampaigns, answerNoCampaigns, draft, paths, paused, running } from './played-campaigns.ts';
import { failed, loading, type Play, says, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** Bulk calls, as an admin has them: none, in every state, one of them as it goes on or not, and the form with mistakes. */
export async function shootCampaignScenes(studio: Studio): Promise<void> {
  await studio.each((page) => changeToAdmin(page, studio.url));
  const shoot = (name: string, play: Play, until: Play): Promise<void> =>
    shootState({ studio, place: '/campaigns', name: `campaigns-${name}`, play, until });
  await shoot('empty', answerNoCampaigns, (page) =>
    says(page, /^(一斉コールはまだありません|No campaigns yet)$/),
  );
  await shoot(
    'loading',
    (page) => holdAnswer(page, paths.list),
    async (page) => {
      await page.getByRole('link', { name: /^(新しい一斉コール|New campaign)$/ }).waitFor(soon);
      await loading(page);
    },
  );
  await shoot('failed', (page) => failAnswer(page, paths.list), failed);
  await shootPages(studio);
  await shootQuestion(studio);
  await shootForm(studio);
  await studio.each(answerTruly);
}

async function shootPages(studio: Studio): Promise<void> {
  const looks = [...everyLook, ...narrowerLooks];
  const shoot = (name: string, place: string, until: RegExp): Promise<void> =>
    shootState({
      studio,
      name,
      place,
      looks,
      play: answerCampaigns,
      until: (page) => says(page, until),
    });
  await shoot('campaigns', '/campaigns', /^(秋の展示会のご案内（来場者フォロー）)$/);
  await shoot('campaign-running', `/campaigns/${running.id}`, /^(通話の結果|Results of the calls)$/);
  await shoot('campaign-paused', `/campaigns/${paused.id}`, /自動で止まりました|paused itself/);
  await shoot(
    'campaign-draft',
    `/campaigns/${draft.id}`,
    /まだ電話はかけていません|Nobody has been called yet/,
  );
  await shoot('campaign-customers', `/campaigns/${running.id}/customers`, /^(発信禁止|Do not call)$/);
  await shoot('campaign-settings', `/campaigns/${running.id}/settings`, /^(かけ直し|Calling again)$/);
}

async function shootQuestion(studio: Studio): Promise<void> {
  await shootState({
    studio,
    name: 'campaign-stop',
    place: `/campaigns/${running.id}`,
    play: answerCampaigns,
    until: async (page) => {
      await page.getByRole('button', { name: /^(中止|Stop)$/ }).click();
      await says(page, /再開もできません|cannot be resumed/);
    },
  });
}

async function shootForm(studio: Studio): Promise<void> {
  const place = '/campaigns/new';
  const looks = [...everyLook, ...narrowerLooks];
  await shootState({
    studio,
    name: 'campaign-new',
    place,
    looks,
    play: answerCampaigns,
    until: async (page) => {
      await page.getByRole('radio', { name: /^(条件で選ぶ|Filter)$/ }).click();
      await says(page, /^(かけない顧客|Not called)$/);
    },
  });
  await shootState({ studio, name: 'campaign-mistakes', place, looks, play: answerCampaigns, until: err });
  await studio.each(async (page) => {
    await err(page);
    await page.getByLabel(/^(同時に通話する数|Calls at once)$/).scrollIntoViewIfNeeded();
    await page
      .getByLabel(/^(担当者が不在のかけ直しの回数|How many times after: Person absent)$/)
      .scrollIntoViewIfNeeded();
  });
  await studio.shoot('campaign-mistakes-below', looks);
}

/** Something wrong in every part of the form. */
async function err(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^(保存したビュー|Saved view)$/ }).click();
  await page.getByRole('radio', { name: /^(時間を決める|Set the hours)$/ }).click();
  await page.getByLabel(/^(発信を終える時刻|Calls end at)$/).fill('08:00');
  await page.getByLabel(/^(同時に通話する数|Calls at once)$/).fill('0');
  await page.getByLabel(/^(話し中のかけ直しの回数|How many times after: Line busy)$/).fill('99');
  await page.getByRole('button', { name: /^(下書きを作る|Make the draft)$/ }).click();
  await page.locator('main').getByRole('alert').nth(3).waitFor(soon);
}
