import type { Page } from '@playwright/test';
import type { CallId } from '../../backend/contract/ids.ts';
import { answerTruly, failAnswer, holdAnswer } from './changed-answers.ts';
import { eachLanguage, type Look, oneLook, twoLooks } from './looks.ts';
import { answerAtLength, answerEmpty, answerMany, answerManyTurns, paths } from './played-answers.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 30_000 };

/** Each list while it is loaded, when that fails, empty, with very long names, and with a thousand rows; then what goes wrong. */
export async function shootStateScenes(studio: Studio): Promise<void> {
  const callId = await studio.call('long-hold');
  for (const place of ['calls', 'customers', 'history'] as const) {
    const shoot = (name: string, play: Play, until: Play): Promise<void> =>
      shootState({ studio, place: `/${place}`, name: `${place}-${name}`, play, until });
    // The live connection would bring the calls that the server does not give.
    await studio.connections('silent');
    await shoot('loading', (page) => holdAnswer(page, paths[place]), loading);
    await shoot('failed', (page) => failAnswer(page, paths[place]), failed);
    await shoot('long', answerAtLength, listed);
    await studio.connections('live');
    await shoot('many', answerMany, listed);
    if (place !== 'calls') await shoot('empty', answerEmpty, empty);
  }
  await shootRecords(studio, callId);
  await shootSearch(studio, callId);
  await shootTrouble(studio, callId);
}

type Play = (page: Page) => Promise<void>;

interface State {
  readonly studio: Studio;
  readonly name: string;
  readonly place: string;
  readonly looks?: readonly Look[];
  /** Before the page is loaded anew. */
  readonly play: Play;
  readonly until: Play;
}

async function shootState({ studio, name, place, looks = oneLook, play, until }: State): Promise<void> {
  await studio.each(async (page) => {
    await play(page);
    await page.goto(`${studio.url}/#${place}`);
    await page.reload();
    await until(page);
  });
  await studio.shoot(name, looks);
  await studio.each(answerTruly);
}

async function shootRecords(studio: Studio, callId: CallId): Promise<void> {
  const state = { studio, place: `/calls/${callId}` };
  await shootState({
    ...state,
    name: 'call-loading',
    play: (page) => holdAnswer(page, paths.record),
    until: loading,
  });
  await shootState({
    ...state,
    name: 'call-failed',
    play: (page) => failAnswer(page, paths.record),
    until: failed,
  });
  // Else what happens on the call meanwhile would make its names as short as they are.
  await studio.connections('silent');
  await shootState({ ...state, name: 'call-long', play: answerAtLength, until: said });
  await studio.connections('live');
  await shootState({ ...state, name: 'call-many-turns', play: answerManyTurns, until: said });
}

async function shootSearch(studio: Studio, callId: CallId): Promise<void> {
  const search = async (page: Page): Promise<void> => {
    await said(page);
    await page.keyboard.press('Control+f');
    await page.getByRole('search').getByRole('searchbox').fill('お電話');
    await page.locator('mark').first().waitFor(soon);
  };
  await shootState({
    studio,
    place: `/calls/${callId}`,
    name: 'transcript-search',
    looks: twoLooks,
    play: answerManyTurns,
    until: search,
  });
}

async function shootTrouble(studio: Studio, callId: CallId): Promise<void> {
  await studio.each(async (page) => {
    await page.goto(`${studio.url}/#/nowhere`);
    await page.getByText(/この画面はありません|There is no such screen/).waitFor(soon);
  });
  await studio.shoot('no-such-screen', oneLook);
  await studio.open(`/calls/${callId}`);
  await studio.connections('refused');
  await studio.each((page) =>
    page
      .getByRole('alert')
      .filter({ hasText: /接続が切れました|lost/ })
      .waitFor(soon),
  );
  await studio.shoot('offline', eachLanguage);
  await studio.connections('live');
}

async function loading(page: Page): Promise<void> {
  await page
    .locator('main')
    .getByRole('status', { name: /読み込んで|Loading/ })
    .first()
    .waitFor(soon);
}

async function failed(page: Page): Promise<void> {
  await page.locator('main').getByRole('alert').first().waitFor(soon);
}

async function listed(page: Page): Promise<void> {
  await page.locator('main').getByRole('listitem').nth(5).waitFor(soon);
}

async function empty(page: Page): Promise<void> {
  await page
    .locator('main')
    .getByText(/まだ|yet/)
    .first()
    .waitFor(soon);
}

async function said(page: Page): Promise<void> {
  await page.getByRole('log').getByRole('listitem').nth(3).waitFor(soon);
}
