import { type CampaignMember, campaignMemberSchema } from '../../../backend/contract/campaign-members.ts';
import {
  type Campaign,
  campaignSchema,
  defaultCampaignPace,
  defaultCampaignRetries,
} from '../../../backend/contract/campaigns.ts';
import { idOf } from './samples.ts';

export const sampleProgress = {
  customers: 300,
  pending: 150,
  dialling: 4,
  done: 90,
  failed: 36,
  skipped: 20,
  skippedFor: [
    { reason: 'no-number', customers: 12 },
    { reason: 'do-not-call', customers: 8 },
  ],
  calls: 160,
  results: { success: 18, absent: 60, rejected: 30, follow_up: 22, failed: 26 },
};

export const samplePulse = {
  openCalls: 4,
  withoutHuman: 3,
  freeAgents: 2,
  allowed: 4,
  heldBackBy: 'agents-taken',
  nextDialAt: null,
  wantedHuman: 58,
  abandoned: 1,
};

const settings = {
  name: '秋の展示会のご案内',
  speaksForId: 'misaki',
  agentIds: ['misaki', 'kenta'],
  hours: null,
  pace: defaultCampaignPace,
  retries: defaultCampaignRetries,
};

/** One that is running since an hour. */
export function sampleCampaign(number = 1, changes: object = {}): Campaign {
  return campaignSchema.parse({
    id: idOf('campaign', number),
    version: 3,
    state: 'running',
    pausedFor: null,
    settings,
    speaksFor: { id: 'misaki', name: '佐藤' },
    agents: [
      { id: 'misaki', name: '佐藤' },
      { id: 'kenta', name: '鈴木' },
    ],
    source: { type: 'filter', filter: {} },
    createdBy: { id: 'boss', name: '佐々木' },
    createdAt: `2026-11-20T00:00:${String(59 - (number % 60)).padStart(2, '0')}.000Z`,
    startedAt: '2026-11-20T00:02:00.000Z',
    endedAt: null,
    progress: sampleProgress,
    pulse: samplePulse,
    forecast: {
      type: 'estimated',
      endsAt: '2026-11-20T03:20:00.000Z',
      callsLeft: 190,
      callsPerHour: 120,
      successes: 38,
    },
    ...changes,
  });
}

export const notRunning = { pulse: null, forecast: { type: 'unknown', because: 'not-running' } };

/** Nobody was called yet. */
export function sampleDraft(changes: object = {}): Campaign {
  const nobody = { success: 0, absent: 0, rejected: 0, follow_up: 0, failed: 0 };
  const progress = {
    ...sampleProgress,
    pending: 280,
    dialling: 0,
    done: 0,
    failed: 0,
    calls: 0,
    results: nobody,
  };
  return sampleCampaign(1, { state: 'draft', startedAt: null, progress, ...notRunning, ...changes });
}

export function sampleMember(number: number, changes: object = {}): CampaignMember {
  return campaignMemberSchema.parse({
    customer: { id: idOf('customer', number), company: `第${number}工業`, person: '田中' },
    phoneNumber: '+81312345678',
    state: 'pending',
    reason: null,
    attempts: 0,
    nextAttemptAt: null,
    lastCall: null,
    ...changes,
  });
}
