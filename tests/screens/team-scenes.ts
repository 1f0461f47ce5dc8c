import type { Page } from '@playwright/test';
import { changeToAdmin } from './admin-scenes.ts';
import { failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, twoLooks } from './looks.ts';
import { answerMany, paths } from './played-answers.ts';
import { failed, loading, shootState } from './played-state.ts';
import { answerPlayedTeam } from './played-team.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const figures = /\/api\/agents\/figures/;

/** The agent's own day, and figures. */
export async function shootOwnDay(studio: Studio): Promise<void> {
  await studio.open('/today');
  await studio.shoot('today-empty', twoLooks);
  await studio.call('long-hold');
  const played = { studio, play: answerPlayedTeam(studio.now()) };
  await shootState({
    ...played,
    name: 'today',
    place: '/today',
    looks: [...everyLook, ...narrowerLooks],
    until: waits,
  });
  await shootState({
    ...played,
    name: 'why',
    place: '/today',
    until: async (page) => {
      await waits(page);
      await page
        .getByRole('button', { name: /依頼した順と理由|who was asked/ })
        .first()
        .click();
      await page.getByRole('dialog').getByRole('listitem').nth(3).waitFor(soon);
    },
  });
  await shootState({
    studio,
    name: 'figures-loading',
    place: '/figures',
    play: (page) => holdAnswer(page, figures),
    until: loading,
  });
  await shootState({
    studio,
    name: 'figures-failed',
    place: '/figures',
    play: (page) => failAnswer(page, figures),
    until: failed,
  });
}

/** What only admins have: everybody's calls, and everybody's figures. */
export async function shootTeamAtWork(studio: Studio): Promise<void> {
  await studio.each((page) => changeToAdmin(page, studio.url));
  await studio.open('/wall');
  await studio.shoot('wall-empty', twoLooks);
  const wall = { studio, place: '/wall' };
  await studio.connections('silent');
  await shootState({
    ...wall,
    name: 'wall-loading',
    play: (page) => holdAnswer(page, paths.calls),
    until: loading,
  });
  await shootState({
    ...wall,
    name: 'wall-failed',
    play: (page) => failAnswer(page, paths.calls),
    until: failed,
  });
  await studio.connections('live');
  const callId = await studio.call('long-hold');
  const played = { studio, play: answerPlayedTeam(studio.now()) };
  await shootState({
    ...played,
    name: 'wall',
    place: '/wall',
    looks: [...everyLook, ...narrowerLooks],
    until: waits,
  });
  await shootState({
    ...wall,
    name: 'wall-many',
    play: answerMany,
    until: (page) => page.getByRole('main').getByRole('listitem').nth(12).waitFor(soon),
  });
  await studio.open(`/wall/${callId}`);
  await studio.each((page) => page.getByRole('log').waitFor(soon));
  await studio.shoot('wall-call', [...twoLooks, ...narrowerLooks]);
  await shootState({
    ...played,
    name: 'figures',
    place: '/figures',
    looks: [...everyLook, ...narrowerLooks],
    until: async (page) => {
      await page.getByRole('rowheader').nth(2).waitFor(soon);
      await page.getByRole('button', { name: /^(保留時間|Hold)$/ }).focus();
    },
  });
}

async function waits(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /依頼した順と理由|who was asked/ })
    .first()
    .waitFor(soon);
}
