import type { Page } from '@playwright/test';
import { type BlockedPage, blockedPageSchema } from '../../backend/contract/do-not-call.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import { changeToAdmin } from './admin-scenes.ts';
import { changeAnswer, failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, ownLooks, twoLooks } from './looks.ts';
import { failed, loading, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const path = /\/api\/do-not-call\?/;
const place = '/customers/do-not-call';

/** The numbers that nobody calls, as an admin has them. */
export async function shootBlockScenes(studio: Studio): Promise<void> {
  await studio.each((page) => changeToAdmin(page, studio.url));
  const play = (page: Page): Promise<void> =>
    changeAnswer(page, path, blockedPageSchema, () => playedList(studio.now()));
  await shootState({
    studio,
    place,
    name: 'do-not-call',
    looks: [...everyLook, ...narrowerLooks],
    play,
    until: (page) => page.getByRole('main').getByRole('listitem').nth(4).waitFor(soon),
  });
  await shootStates(studio);
  await shootDialogs(studio);
}

async function shootStates(studio: Studio): Promise<void> {
  const list = { studio, place };
  await shootState({
    ...list,
    name: 'do-not-call-empty',
    play: (page) =>
      changeAnswer(page, path, blockedPageSchema, () => ({ numbers: [], total: 0, next: null })),
    until: (page) => page.getByText(/発信禁止の番号はありません|No number is blocked/).waitFor(soon),
  });
  await shootState({
    ...list,
    name: 'do-not-call-loading',
    play: (page) => holdAnswer(page, path),
    until: loading,
  });
  await shootState({
    ...list,
    name: 'do-not-call-failed',
    play: (page) => failAnswer(page, path),
    until: failed,
  });
}

async function shootDialogs(studio: Studio): Promise<void> {
  await studio.open(place);
  await studio.each(async (page) => {
    await page.getByRole('searchbox').fill('03-9876-5432');
    await page.getByRole('button', { name: /^(この番号を発信禁止にする|Block this number)$/ }).click();
    await page.getByRole('dialog').getByRole('button').nth(1).click();
    await page.getByRole('dialog').getByRole('alert').waitFor(soon);
  });
  await studio.shoot('do-not-call-add', twoLooks);
  await studio.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(まとめて登録|Add many)$/ }).click();
  });
  await studio.shoot('do-not-call-import', [...twoLooks, ...narrowerLooks]);
  const { ja } = studio.pages;
  await ja.getByLabel(/1行に1つ/).fill('03-6712-0001,退会\n0312\n06-6222-0002\nお名前,番号\n03-6712-0001');
  await ja.getByLabel('この名簿の理由').fill('展示会の名簿で、電話を望まない会社');
  await ja.getByRole('button', { name: 'まとめて発信禁止にする' }).click();
  await ja.getByRole('button', { name: '続けて登録する' }).waitFor(soon);
  await studio.shoot('do-not-call-imported', ownLooks.ja);
  await ja.keyboard.press('Escape');
  await ja.getByRole('searchbox').fill('03-6712-0001');
  await ja
    .getByRole('button', { name: /の発信禁止を解除$/ })
    .first()
    .click();
  await ja.getByRole('dialog').waitFor(soon);
  await studio.shoot('do-not-call-lift', ownLooks.ja);
  await ja.keyboard.press('Escape');
}

function playedList(now: number): BlockedPage {
  const since = (hours: number): string => new Date(now - hours * 3_600_000).toISOString();
  const byCall = { source: 'call', callId: 'call_00000000000000000001', note: '' };
  const numbers = [
    { ...byCall, reason: 'rejection', since: since(1), addedBy: null },
    { ...byCall, reason: 'do-not-call', since: since(26), addedBy: null },
    { ...byCall, reason: 'agent', since: since(49), addedBy: '佐藤 美咲', note: '' },
    {
      source: 'by-hand',
      reason: 'listed',
      since: since(120),
      addedBy: '管理 太郎',
      note: '先方の総務から、今後の電話は一切控えてほしいと書面で連絡があったため',
    },
    { source: 'import', reason: 'listed', since: since(700), addedBy: '管理 太郎', note: '退会した会社' },
  ].map((one, number) => ({
    callId: null,
    ...one,
    phoneNumber: demoCustomers[number + 2]?.phoneNumber,
    companies: number === 4 ? [] : [demoCustomers[number + 2]?.company],
  }));
  return blockedPageSchema.parse({ numbers, total: 1_284, next: null });
}
