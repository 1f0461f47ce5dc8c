import type { Page } from '@playwright/test';
import {
  type CallRecord,
  type CallSession,
  callRecordSchema,
  historyPageSchema,
} from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { changeAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, twoLooks } from './looks.ts';
import { answerEmpty, paths } from './played-answers.ts';
import { playedFindings, playedHistory, playedPhrase, playedSayings } from './played-history.ts';
import { answerRecorded, answerSound } from './played-recording.ts';
import { listed, type Play, said, says, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const written = encodeURIComponent(playedPhrase);

/** The history: whole, narrowed down, searched for words, without a match; and a call whose result was corrected. */
export async function shootHistoryScenes(studio: Studio): Promise<void> {
  const model = await finishedCall(studio);
  const looks = [...everyLook, ...narrowerLooks];
  await shootState({
    studio,
    place: '/history',
    name: 'history-many',
    looks,
    play: answerWeek(model),
    until: listed,
  });
  await shootFiltered(studio, model);
  await shootPhrase(studio, model);
  await shootNoMatch(studio);
  await shootCorrected(studio, model.id);
}

/** Whatever the history is narrowed down to. */
function answerWeek(model: CallSession): Play {
  return (page) => changeAnswer(page, paths.history, historyPageSchema, () => playedHistory(model));
}

function answerFindings(model: CallSession): Play {
  return (page) => changeAnswer(page, paths.history, historyPageSchema, () => playedFindings(model));
}

async function finishedCall(studio: Studio): Promise<CallSession> {
  const callId = await studio.call('long-hold');
  await studio.open(`/calls/${callId}`);
  await studio.each(said);
  await studio.agent.request('POST', '/api/calls/end', { callId });
  const { call } = await studio.agent.ask(callRecordSchema, 'GET', `/api/calls/${callId}`);
  return call;
}

async function shootFiltered(studio: Studio, model: CallSession): Promise<void> {
  const place = '/history?period=month&result=follow_up&handedOver=no&length=1-to-3';
  await shootState({ studio, place, name: 'history-filtered', play: answerWeek(model), until: listed });
  await studio.each(async (page) => {
    await page.getByRole('button', { name: /^(期間|Period)/ }).click();
    await page.getByRole('menuitemcheckbox').nth(3).waitFor(soon);
  });
  await studio.shoot('history-period', twoLooks);
  await studio.each((page) => page.keyboard.press('Escape'));
  const days = '/history?period=2026-11-01~2026-11-20';
  await shootState({ studio, place: days, name: 'history-days', play: answerWeek(model), until: listed });
}

async function shootPhrase(studio: Studio, model: CallSession): Promise<void> {
  const looks = [...twoLooks, ...narrowerLooks];
  const place = `/history?phrase=${written}`;
  const until = (page: Page): Promise<void> => page.locator('main mark').first().waitFor(soon);
  await shootState({ studio, place, name: 'history-phrase', looks, play: answerFindings(model), until });
  await shootState({
    studio,
    place: `/history/${model.id}?phrase=${written}`,
    name: 'history-phrase-record',
    looks,
    play: async (page) => {
      await answerRecorded(page, 'stored');
      await answerSound(page);
      await changeAnswer(page, paths.record, callRecordSchema, sayingPhrase);
    },
    until: (page) => page.getByRole('log').locator('mark').first().waitFor(soon),
  });
}

function sayingPhrase(record: CallRecord): CallRecord {
  const call = { ...record.call, recording: 'stored' as const };
  const turns = record.turns.map((turn, place) => {
    const saying = playedSayings[place];
    return saying === undefined ? turn : { ...turn, text: saying };
  });
  return { ...record, call, turns };
}

async function shootNoMatch(studio: Studio): Promise<void> {
  const none = (words: RegExp) => (page: Page) => says(page, words);
  await shootState({
    studio,
    place: '/history?result=success&handedOver=yes',
    name: 'history-none-left',
    play: answerEmpty,
    until: none(/この絞り込みに合う通話|No call matches these/),
  });
  await shootState({
    studio,
    place: `/history?phrase=${written}`,
    name: 'history-not-said',
    play: answerEmpty,
    until: none(/と話された通話は|Nobody said/),
  });
}

/** First as the AI found it, then as the agent knows it. */
async function shootCorrected(studio: Studio, callId: CallId): Promise<void> {
  const nothing = { kind: 'none', at: null };
  for (const [result, note] of [
    ['absent', '担当の方は会議中とのこと。'],
    ['success', '折り返しのお電話で、来週の打ち合わせが決まりました。'],
  ]) {
    await studio.agent.request('PUT', `/api/calls/${callId}/result`, { result, nextAction: nothing, note });
  }
  await studio.open(`/history/${callId}`);
  await studio.each(async (page) => {
    const changes = page.getByRole('region', { name: /^(結果の変更の記録|Changes of the result)$/ });
    await changes.getByRole('listitem').nth(1).waitFor(soon);
    await changes.scrollIntoViewIfNeeded();
  });
  await studio.shoot('history-corrected', everyLook);
}
