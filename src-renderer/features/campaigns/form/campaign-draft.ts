import { z } from 'zod';
import {
  type CampaignPace,
  type CampaignRetries,
  type CampaignSettings,
  campaignSettingsSchema,
  defaultCampaignPace,
  defaultCampaignRetries,
  retriedOutcomeSchema,
} from '../../../../backend/contract/campaigns.ts';
import { clockOf, minutesOf } from '../../../platform/time-of-day.ts';
import { waitDraftOf, waitDraftSchema, waitMinutesOf } from './wait-draft.ts';

const retryDraftSchema = waitDraftSchema.extend({ times: z.string() });

/** The settings of a campaign as they stand in the fields of a form. */
export const campaignDraftSchema = z.object({
  name: z.string(),
  /** Empty: nobody is chosen. */
  speaksForId: z.string(),
  agentIds: z.array(z.string()),
  /** As `<input type="time">` writes them; not limited: as long as the company calls. */
  hours: z.object({ limited: z.boolean(), from: z.string(), to: z.string() }),
  pace: z.object({ callsPerSecond: z.string(), concurrency: z.string(), factor: z.string() }),
  retries: z.record(retriedOutcomeSchema, retryDraftSchema),
});
export type CampaignDraft = z.infer<typeof campaignDraftSchema>;

/** Takes what the contract takes. */
export const savableCampaignSchema = campaignDraftSchema.transform(written).pipe(campaignSettingsSchema);

/** What is offered where the hours are not limited yet. */
const usualHours = { from: 600, to: 1_020 };

export const emptyDraft: CampaignDraft = {
  name: '',
  speaksForId: '',
  agentIds: [],
  hours: hoursDraftOf(null),
  pace: paceDraftOf(defaultCampaignPace),
  retries: retriesDraftOf(defaultCampaignRetries),
};

export function draftOf({
  name,
  speaksForId,
  agentIds,
  hours,
  pace,
  retries,
}: CampaignSettings): CampaignDraft {
  return {
    name,
    speaksForId,
    agentIds,
    hours: hoursDraftOf(hours),
    pace: paceDraftOf(pace),
    retries: retriesDraftOf(retries),
  };
}

function hoursDraftOf(hours: CampaignSettings['hours']): CampaignDraft['hours'] {
  const { from, to } = hours ?? usualHours;
  return { limited: hours !== null, from: clockOf(from), to: clockOf(to) };
}

function paceDraftOf({ callsPerSecond, concurrency, factor }: CampaignPace): CampaignDraft['pace'] {
  return {
    callsPerSecond: String(callsPerSecond),
    concurrency: String(concurrency),
    factor: String(factor),
  };
}

function retriesDraftOf(retries: CampaignRetries): CampaignDraft['retries'] {
  const of = ({ times, afterMinutes }: CampaignRetries['absent']) => ({
    times: String(times),
    ...waitDraftOf(afterMinutes),
  });
  return {
    'no-answer': of(retries['no-answer']),
    'line-busy': of(retries['line-busy']),
    voicemail: of(retries.voicemail),
    absent: of(retries.absent),
    'hung-up': of(retries['hung-up']),
    failed: of(retries.failed),
  };
}

function written({ hours, pace, retries, ...draft }: CampaignDraft): unknown {
  return {
    ...draft,
    hours: hours.limited ? { from: minutesOf(hours.from, 'start'), to: minutesOf(hours.to, 'end') } : null,
    pace: {
      callsPerSecond: numberOf(pace.callsPerSecond),
      concurrency: numberOf(pace.concurrency),
      factor: numberOf(pace.factor),
    },
    retries: Object.fromEntries(
      Object.entries(retries).map(([outcome, { times, ...wait }]) => [
        outcome,
        { times: numberOf(times), afterMinutes: waitMinutesOf(wait) },
      ]),
    ),
  };
}

/** An empty field is no number, not even 0. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
