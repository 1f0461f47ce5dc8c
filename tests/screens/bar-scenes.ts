import type { Page } from '@playwright/test';
import { type AgentStatus, agentProfileSchema } from '../../backend/contract/agents.ts';
import { changeAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, twoLooks } from './looks.ts';
import { shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const profile = /\/api\/agents\/profile$/;

/** What opens from the bar, every availability that it can say, and the question before a call is taken over. */
export async function shootBarScenes(studio: Studio): Promise<void> {
  await studio.open('/calls');
  await shootMenu(studio, 'presence-menu', /^(受付の状態|Availability): /);
  await shootMenu(studio, 'microphone-menu', /^(マイク|Microphone)$/);
  await shootPresence(studio);
  await shootHandoffQuestion(studio);
}

async function shootMenu(studio: Studio, name: string, button: RegExp): Promise<void> {
  await studio.each(async (page) => {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('menu').waitFor(soon);
  });
  await studio.shoot(name, [...everyLook, ...narrowerLooks]);
  await studio.each((page) => page.keyboard.press('Escape'));
}

async function shootPresence(studio: Studio): Promise<void> {
  const inAMinute = new Date(studio.now() + 60_000).toISOString();
  const states = {
    'presence-break': [{ presence: 'busy', busyReason: 'break' }, /休憩|Break/],
    'presence-unanswered': [{ presence: 'busy', busyReason: 'unanswered' }, /応答なし|No answer/],
    'presence-wrap-up': [{ presence: 'wrap-up', wrapUpUntil: inAMinute }, /後処理|Wrapping/],
    'presence-off-hours': [{ presence: 'available', withinWorkingHours: false }, /時間外|Off hours/],
    'presence-offline': [{ presence: 'offline' }, /オフライン|Offline/],
  } as const satisfies Readonly<Record<string, readonly [Partial<AgentStatus>, RegExp]>>;
  // The live connection would tell the truth.
  await studio.connections('silent');
  for (const [name, [status, words]] of Object.entries(states)) {
    await shootState({
      studio,
      place: '/calls',
      name,
      looks: [...twoLooks, ...narrowerLooks],
      play: (page) =>
        changeAnswer(page, profile, agentProfileSchema, (answer) => ({
          ...answer,
          status: { ...answer.status, ...status },
        })),
      until: (page) => page.getByRole('button', { name: words }).first().waitFor(soon),
    });
  }
  await studio.connections('live');
}

async function shootHandoffQuestion(studio: Studio): Promise<void> {
  const callId = await studio.call('long-hold');
  await studio.open(`/calls/${callId}`);
  await studio.each(ask);
  await studio.shoot('handoff-question', [...everyLook, ...narrowerLooks]);
  await studio.each((page) => page.getByRole('button', { name: /^(やめる|Cancel)$/ }).click());

  await studio.each((page) =>
    page
      .getByRole('button', { name: /^(ほかの社員へ|Hand to a colleague|To a colleague)/ })
      .first()
      .click(),
  );
  await studio.each((page) => page.getByRole('menu').waitFor(soon));
  await studio.shoot('colleague-menu', twoLooks);
  await studio.each((page) => page.keyboard.press('Escape'));
  await studio.agent.request('POST', '/api/calls/end', { callId });
}

async function ask(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(取り次ぎ|Take over)/ })
    .first()
    .click(soon);
  await page.getByRole('button', { name: /^(つなぐ|Take over)$/ }).waitFor(soon);
}
