import type { Page } from '@playwright/test';
import { teamFiguresSchema } from '../../backend/contract/figures.ts';
import { remindersSchema } from '../../backend/contract/reminders.ts';
import { handoffRoutingSchema, queueSchema } from '../../backend/contract/routing.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import { changeAnswer } from './changed-answers.ts';
import type { Play } from './played-state.ts';

/** A busy afternoon: two customers wait, why nobody is with them yet, two to be called again, and the figures so far. */
export function answerPlayedTeam(now: number): Play {
  return async (page) => {
    await answerQueue(page, now);
    await answerWhy(page, now);
    await changeAnswer(page, /\/api\/reminders\?/, remindersSchema, () => ({
      reminders: [-20, 95].map((minutes, number) => playedReminder(number, now + minutes * 60_000)),
      next: null,
    }));
    await changeAnswer(page, /\/api\/agents\/figures/, teamFiguresSchema, ({ agents, calls }) => ({
      agents: agents.map((one, number) => ({
        ...one,
        offered: 14 - number,
        accepted: 9 - number,
        declined: 2,
        missed: 2,
        withdrawn: 1,
        medianSecondsToAccept: 4.2 + number,
        calls: 11 - number,
        talkSeconds: 4_310 - number * 900,
        holdSeconds: 95 * number,
        wrapUpSeconds: 640,
        results: { success: 4, absent: 1, rejected: 2, follow_up: 3, failed: 1 },
      })),
      calls: calls && { dialled: 64, answered: 51, wanted: 31, connected: 27 },
    }));
  };
}

async function answerQueue(page: Page, now: number): Promise<void> {
  const since = (seconds: number): string => new Date(now - seconds * 1_000).toISOString();
  const waiting = [74, 21].map((seconds, number) => ({
    callId: idOf('call', number),
    handoffId: idOf('handoff', number),
    company: demoCustomers[number + 4]?.company ?? '',
    reason: number === 0 ? 'person-on-line' : 'interested',
    waitingSince: since(seconds),
    givenUpAt: since(seconds - 160),
    asked: number === 0 ? [{ id: 'played', name: '田中 大輔' }] : [],
  }));
  const queue = queueSchema.parse({ waiting, longestSince: waiting[0]?.waitingSince });
  await changeAnswer(page, /\/api\/queue$/, queueSchema, () => queue);
}

/** The handoffs of the played queue are unknown to the server. */
async function answerWhy(page: Page, now: number): Promise<void> {
  const verdicts = [
    { outcome: 'asked', agentId: 'played-1', rank: 1, behindBy: null },
    { outcome: 'waiting', agentId: 'played-2', rank: 2, behindBy: 'longest-idle' },
    { outcome: 'passed-over', agentId: 'played-3', because: 'off-hours' },
    { outcome: 'passed-over', agentId: 'played-4', because: 'wrap-up' },
    { outcome: 'passed-over', agentId: 'played-5', because: 'admins-later' },
  ];
  const names = ['田中 大輔', '鈴木 美咲', '高橋 葵', '伊藤 蓮', '佐々木 恵'];
  const routing = handoffRoutingSchema.parse({
    handoffId: idOf('handoff', 0),
    callId: idOf('call', 0),
    decisions: [
      {
        at: new Date(now - 74_000).toISOString(),
        step: 'best',
        strategy: 'longest-idle',
        agents: verdicts.map((verdict, number) => ({ name: names[number], verdict })),
      },
    ],
  });
  await page.route(/\/handoffs\/[^/]+\/routing$/, (route) => route.fulfill({ json: routing }));
}

function playedReminder(number: number, due: number) {
  const reminder = {
    id: idOf('reminder', number),
    customerId: idOf('customer', number),
    company: demoCustomers[number + 7]?.company,
    person: null,
    phoneNumber: '+81312345678',
    doNotCall: false,
    activeCallId: null,
    agent: null,
    dueAt: new Date(due).toISOString(),
    note: number === 0 ? '見積の返事をうかがう' : '部長が戻る時刻',
    callId: null,
    doneAt: null,
  };
  return remindersSchema.shape.reminders.element.parse(reminder);
}

function idOf(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(20, '0')}`;
}
