import type { Page } from '@playwright/test';
import {
  type CampaignPreview,
  campaignMemberPageSchema,
  campaignPreviewSchema,
} from '../../backend/contract/campaign-members.ts';
import { type Campaign, campaignPageSchema } from '../../backend/contract/campaigns.ts';
import { reportSchema } from '../../backend/contract/reports.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import {
  notRunning,
  sampleCampaign,
  sampleDraft,
  sampleMember,
  sampleProgress,
  samplePulse,
} from '../src-renderer/support/sample-campaigns.ts';
import { idOf } from '../src-renderer/support/samples.ts';

const agents = ['鈴木 美咲', '田中 大輔', '高橋 葵', '伊藤 蓮', '佐々木 恵'].map((name, number) => ({
  id: `played-${number}`,
  name,
}));

const forecast = {
  type: 'estimated',
  endsAt: '2026-11-24T06:20:00.000Z',
  callsLeft: 412,
  callsPerHour: 118,
  successes: 41,
};

const settings = sampleCampaign().settings;

function played(number: number, name: string, changes: object): Campaign {
  return sampleCampaign(number, {
    settings: { ...settings, name, speaksForId: 'played-0', agentIds: ['played-0', 'played-1'] },
    speaksFor: agents[0],
    agents: agents.slice(0, 2),
    startedAt: '2026-11-20T01:00:00.000Z',
    forecast,
    ...changes,
  });
}

export const running = played(1, '秋の展示会のご案内（来場者フォロー）', { agents });

export const paused = played(2, '給与計算オプションの追加提案', {
  state: 'paused',
  pausedFor: {
    type: 'circuit-open',
    at: '2026-11-20T04:48:00.000Z',
    calls: 20,
    failed: 13,
    mostOften: 'carrier',
  },
  ...notRunning,
});

export const draft = sampleDraft({
  id: idOf('campaign', 3),
  settings: { ...settings, name: '年末調整セミナーのご案内' },
  agents: agents.slice(0, 3),
});

const over = { pulse: null, progress: { ...sampleProgress, pending: 0, dialling: 0, done: 214, failed: 66 } };

const others: readonly Campaign[] = [
  played(4, '休眠顧客の掘り起こし（関西）', {
    pulse: { ...samplePulse, heldBackBy: 'nobody-due', nextDialAt: '2026-11-24T00:00:00.000Z' },
  }),
  played(5, '資料請求のお礼', {
    state: 'paused',
    pausedFor: { type: 'by-person', by: agents[4], at: '2026-11-20T03:10:00.000Z' },
    ...notRunning,
  }),
  played(6, '夏の導入キャンペーン', {
    state: 'finished',
    ...over,
    endedAt: '2026-08-28T08:12:00.000Z',
    ...notRunning,
  }),
  played(7, '介護施設向けのご案内 第2回', {
    state: 'stopped',
    endedAt: '2026-07-03T02:40:00.000Z',
    ...notRunning,
  }),
];

export const paths = {
  list: /\/api\/campaigns\?/,
  one: /\/api\/campaigns\/campaign_\d+$/,
  members: /\/api\/campaigns\/[^/]+\/members/,
  figures: /\/api\/reports\?/,
  preview: /\/api\/campaigns\/preview$/,
} as const;

/** A busy afternoon: campaigns in every state. */
export async function answerCampaigns(page: Page): Promise<void> {
  const campaigns = [running, paused, draft, ...others];
  await page.route(paths.list, (route) =>
    route.fulfill({ json: campaignPageSchema.parse({ campaigns, next: null }) }),
  );
  for (const campaign of campaigns) {
    await page.route(`**/api/campaigns/${campaign.id}`, (route) => route.fulfill({ json: campaign }));
  }
  await page.route(paths.members, (route) => route.fulfill({ json: members }));
  await page.route(paths.figures, async (route) => {
    const response = await route.fetch({ maxRetries: 3 });
    const report = reportSchema.parse(await response.json());
    await route.fulfill({ response, json: { ...report, figures } });
  });
  await page.route(paths.preview, (route) => route.fulfill({ json: preview }));
}

export async function answerNoCampaigns(page: Page): Promise<void> {
  await page.route(paths.list, (route) => route.fulfill({ json: { campaigns: [], next: null } }));
}

const rate = (count: number, of: number) => ({
  count,
  of,
  share: of === 0 ? null : count / of,
  low: 0,
  high: 1,
});

const figures = {
  funnel: { dialled: 156, answered: 121, pastReception: 74, handedOver: 57, succeeded: 18 },
  results: sampleProgress.results,
  answerRate: rate(121, 156),
  receptionRate: rate(74, 121),
  successRate: rate(18, 121),
  handoffRate: rate(57, 58),
  promptRate: rate(55, 57),
  meanWaitSeconds: 6.2,
  meanDurationSeconds: 94,
};

const preview: CampaignPreview = campaignPreviewSchema.parse({
  customers: 300,
  callable: 280,
  leftOut: [
    { reason: 'no-number', customers: 12 },
    { reason: 'do-not-call', customers: 6 },
    { reason: 'same-number', customers: 2 },
  ],
  inOtherCampaigns: 14,
});

const states = [
  { state: 'done', attempts: 1, result: 'success', resultReason: 'talked' },
  { state: 'failed', attempts: 3, result: 'absent', resultReason: 'no-answer' },
  { state: 'dialling', attempts: 1, result: null, resultReason: null },
  {
    state: 'pending',
    attempts: 1,
    result: 'absent',
    resultReason: 'line-busy',
    reason: 'retry',
    nextAttemptAt: '2026-11-20T05:15:00.000Z',
  },
  {
    state: 'pending',
    attempts: 0,
    reason: 'outside-calling-hours',
    nextAttemptAt: '2026-11-24T00:00:00.000Z',
  },
  { state: 'pending', attempts: 0 },
  { state: 'skipped', attempts: 0, reason: 'do-not-call' },
  { state: 'skipped', attempts: 0, reason: 'same-number' },
] as const;

const members = campaignMemberPageSchema.parse({
  members: demoCustomers.slice(0, 40).map(({ company, person, phoneNumber }, number) => {
    const { state, attempts, ...told } = states[number % states.length] ?? states[0];
    const at = new Date(Date.parse('2026-11-20T04:50:00.000Z') - number * 71_000).toISOString();
    const outcome = 'result' in told ? { result: told.result, resultReason: told.resultReason } : null;
    return sampleMember(number, {
      customer: { id: idOf('customer', number), company, person },
      phoneNumber,
      state,
      attempts,
      reason: 'reason' in told ? told.reason : null,
      nextAttemptAt: 'nextAttemptAt' in told ? told.nextAttemptAt : null,
      lastCall: outcome === null ? null : { callId: idOf('call', number), at, ...outcome },
    });
  }),
  next: null,
});
