import { describe, expect, it } from 'vitest';
import {
  type CampaignDraft,
  draftOf,
  savableCampaignSchema,
} from '../../../../src-renderer/features/campaigns/form/campaign-draft.ts';
import { sampleCampaign } from '../../support/sample-campaigns.ts';

const { settings } = sampleCampaign();
const draft = draftOf(settings);

function problemsOf(changes: Partial<CampaignDraft>): string[] {
  const { error } = savableCampaignSchema.safeParse({ ...draft, ...changes });
  return error?.issues.map(({ path }) => path.join('.')) ?? [];
}

describe('the draft of a campaign', () => {
  it('says what it was made of, with hours until midnight and without', () => {
    const untilMidnight = { ...settings, hours: { from: 570, to: 1_440 } };

    expect(savableCampaignSchema.parse(draft)).toEqual(settings);
    expect(savableCampaignSchema.parse(draftOf(untilMidnight))).toEqual(untilMidnight);
  });

  it('shows a wait in the largest unit that it is whole in', () => {
    expect(draft.retries['line-busy']).toEqual({ times: '3', after: '15', unit: 'minutes' });
    expect(draft.retries['no-answer']).toEqual({ times: '2', after: '2', unit: 'hours' });
    expect(draft.retries['hung-up']).toEqual({ times: '0', after: '1', unit: 'days' });
  });

  it('takes no empty field for a nought', () => {
    const retry = { times: '', after: '1', unit: 'hours' } as const;

    expect(problemsOf({ pace: { callsPerSecond: '', concurrency: '', factor: ' ' } })).toEqual([
      'pace.callsPerSecond',
      'pace.concurrency',
      'pace.factor',
    ]);
    expect(problemsOf({ retries: { ...draft.retries, absent: retry } })).toEqual(['retries.absent.times']);
    expect(problemsOf({ hours: { limited: true, from: '', to: '18:00' } })).toEqual(['hours.from']);
  });

  it('takes nobody twice, and nobody for nobody', () => {
    expect(problemsOf({ agentIds: [] })).toEqual(['agentIds']);
    expect(problemsOf({ agentIds: ['misaki', 'misaki'] })).toEqual(['agentIds']);
    expect(problemsOf({ speaksForId: '' })).toEqual(['speaksForId']);
  });
});
