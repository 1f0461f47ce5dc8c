import type { Page } from '@playwright/test';
import { type Timeline, timelineSchema } from '../../backend/contract/customer-timeline.ts';
import type { CallId, CustomerId } from '../../backend/contract/ids.ts';
import { changeAnswer, failAnswer, holdAnswer } from './changed-answers.ts';
import { narrowerLooks, twoLooks } from './looks.ts';
import { answerAtLength, answerManyTurns, paths } from './played-answers.ts';
import { answerRecorded, answerSound } from './played-recording.ts';
import { failed, loading, type Play, said, says, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
/** Of a customer's history; what is older is asked for. */
const mostOfOneAnswer = 100;

/** Recordings that cannot be heard, with what the screen says of them. */
const unheard = [
  ['awaited', /^(録音を取り込んでいます|The recording is on its way)/],
  ['absent', /^(この通話は録音されませんでした|This call was not)/],
  ['lost', /^(録音を取得できませんでした|The recording could not)/],
  ['expired', /^(保存期間が過ぎた|The recording was deleted)/],
] as const;

/** One customer and one call that is over, while they are loaded, when that fails, with little and with much; and the call being heard. */
export async function shootRecordScenes(studio: Studio): Promise<void> {
  await shootCustomer(studio, await studio.customerWho('long-hold'));
  const callId = await finishedCall(studio);
  await shootRecord(studio, callId);
  await shootRecordings(studio, callId);
}

async function shootCustomer(studio: Studio, customerId: CustomerId): Promise<void> {
  const shoot = customerStates(studio, `/customers/${customerId}`);
  await shoot('loading', (page) => holdAnswer(page, paths.customer), loading);
  await shoot('failed', (page) => failAnswer(page, paths.customer), failed);
  await shoot('timeline-failed', (page) => failAnswer(page, paths.timeline), failed);
  await shoot(
    'no-history',
    (page) => changeTimeline(page, () => []),
    (page) => says(page, /^(まだ何もありません|Nothing yet)/),
  );
  await shoot(
    'many',
    (page) => changeTimeline(page, (entries) => repeated(entries, mostOfOneAnswer)),
    (page) => page.locator('main').getByRole('listitem').nth(8).waitFor(soon),
  );
  await shoot('long', answerAtLength, (page) => says(page, /独立行政法人/));
}

function customerStates(studio: Studio, place: string) {
  return (name: string, play: Play, until: Play): Promise<void> =>
    shootState({ studio, place, name: `customer-${name}`, play, until });
}

async function changeTimeline(
  page: Page,
  change: (entries: Timeline['entries']) => Timeline['entries'],
): Promise<void> {
  await changeAnswer(page, paths.timeline, timelineSchema, ({ entries }) => ({
    entries: change(entries),
    next: null,
  }));
}

function repeated(entries: Timeline['entries'], length: number): Timeline['entries'] {
  return Array.from({ length }, (_, number) => {
    const entry = entries[number % entries.length];
    return entry === undefined ? [] : [{ ...entry, key: `${entry.key}-${number}` }];
  }).flat();
}

async function finishedCall(studio: Studio): Promise<CallId> {
  const callId = await studio.call('long-hold');
  await studio.open(`/calls/${callId}`);
  await studio.each(said);
  await studio.agent.request('POST', '/api/calls/end', { callId });
  return callId;
}

async function shootRecord(studio: Studio, callId: CallId): Promise<void> {
  const state = { studio, place: `/history/${callId}` };
  const hold: Play = (page) => holdAnswer(page, paths.record);
  await shootState({ ...state, name: 'record-loading', play: hold, until: loading });
  const fail: Play = (page) => failAnswer(page, paths.record);
  await shootState({ ...state, name: 'record-failed', play: fail, until: failed });
  await shootState({ ...state, name: 'record-long', play: answerAtLength, until: said });
  await shootState({ ...state, name: 'record-many-turns', play: answerManyTurns, until: said });
}

/** Calls are not recorded in the studio, so that the others are shown as most will see them. */
async function shootRecordings(studio: Studio, callId: CallId): Promise<void> {
  const state = { studio, place: `/history/${callId}` };
  for (const [recording, words] of unheard) {
    const play: Play = (page) => answerRecorded(page, recording);
    await shootState({
      ...state,
      name: `recording-${recording}`,
      play,
      until: (page) => says(page, words),
    });
  }
  await shootState({
    ...state,
    name: 'recording-playing',
    looks: [...twoLooks, ...narrowerLooks],
    play: async (page) => {
      await answerRecorded(page, 'stored');
      await answerSound(page);
    },
    until: async (page) => {
      await playButton(page).click(soon);
      await page.getByRole('button', { name: /^(一時停止|Pause)$/ }).waitFor(soon);
    },
  });
  await shootState({
    ...state,
    name: 'recording-failed',
    play: async (page) => {
      await answerRecorded(page, 'stored');
      await failAnswer(page, paths.sound);
    },
    until: async (page) => {
      await playButton(page).click(soon);
      await failed(page);
    },
  });
}

function playButton(page: Page) {
  return page.getByRole('button', { name: /^(再生|Play)$/ });
}
