import type { Page } from '@playwright/test';
import type { CallId } from '../../backend/contract/ids.ts';
import { failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, twoLooks } from './looks.ts';
import { answerAtLength, answerEmpty, answerMany, answerManyTurns, paths } from './played-answers.ts';
import { failed, listed, loading, type Play, said, says, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

const nobodyYet = {
  customers: /^(顧客はまだいません|There are no customers yet)$/,
  history: /^(終わった通話はまだありません|No call has ended yet)$/,
} as const;

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
    if (place !== 'calls') await shoot('empty', answerEmpty, (page) => says(page, nobodyYet[place]));
  }
  await shootRecords(studio, callId);
  await shootSearch(studio, callId);
  await shootTrouble(studio, callId);
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
  await studio.shoot('no-such-screen', twoLooks);
  await studio.open(`/calls/${callId}`);
  await studio.connections('refused');
  await studio.each((page) =>
    page
      .getByRole('alert')
      .filter({ hasText: /接続が切れました|lost/ })
      .waitFor(soon),
  );
  await studio.shoot('offline', everyLook);
  await studio.connections('live');
}
