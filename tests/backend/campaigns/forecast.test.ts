import { describe, expect, it } from 'vitest';
import { campaignHours, endOfWork, recentWork } from '../../../backend/campaigns/campaign-hours.ts';
import { type CampaignSoFar, forecastOf } from '../../../backend/campaigns/forecast.ts';

const hour = 60 * 60 * 1_000;
/** A Tuesday, ten in the morning in Tokyo. */
const now = new Date('2026-11-24T01:00:00Z');
const office = { type: 'window', from: 9 * 60, to: 18 * 60 } as const;

const soFar: CampaignSoFar = {
  isRunning: true,
  now,
  waiting: 100,
  waitingCalls: 0,
  settled: 50,
  settledCalls: 75,
  callsOver: 75,
  successes: 15,
  recentCalls: 75,
  recentMs: hour,
  lastRetryAt: null,
  endOfWork: (span) => endOfWork(span, { type: 'always' }, 'Asia/Tokyo'),
};

describe('the forecast of a campaign', () => {
  it('goes on as it went so far, with the retries that were needed', () => {
    expect(forecastOf(soFar)).toEqual({
      type: 'estimated',
      callsLeft: 150,
      callsPerHour: 75,
      successes: 45,
      endsAt: new Date(now.getTime() + 2 * hour).toISOString(),
    });
  });

  it('leaves out the hours and days on which nobody is called', () => {
    const inHours = { ...soFar, waiting: 1_500, settledCalls: 50 };
    const forecast = forecastOf({ ...inHours, endOfWork: (span) => endOfWork(span, office, 'Asia/Tokyo') });

    // Twenty hours: eight today, nine tomorrow, three on Thursday.
    expect(forecast).toMatchObject({ endsAt: '2026-11-26T03:00:00.000Z' });
  });

  it('is not earlier than the last retry', () => {
    const lastRetryAt = new Date('2026-11-27T00:00:00Z');

    expect(forecastOf({ ...soFar, lastRetryAt })).toMatchObject({ endsAt: lastRetryAt.toISOString() });
  });

  it.each([
    ['too-early', { callsOver: 0 }],
    ['too-early', { recentCalls: 0 }],
    ['not-running', { isRunning: false }],
  ] as const)('is unknown: %s', (because, changes) => {
    expect(forecastOf({ ...soFar, ...changes })).toEqual({ type: 'unknown', because });
  });
});

describe('the hours of a campaign', () => {
  it('are the company’s where it has none of its own, and never longer', () => {
    expect(campaignHours(office, null)).toEqual(office);
    expect(campaignHours(office, { from: 8 * 60, to: 12 * 60 })).toEqual({ ...office, to: 12 * 60 });
    expect(campaignHours({ type: 'always' }, { from: 600, to: 720 })).toEqual({
      type: 'window',
      from: 600,
      to: 720,
    });
  });

  it('are none where the company does not call', () => {
    expect(campaignHours(office, { from: 19 * 60, to: 21 * 60 })).toBeNull();
  });

  it('pass over a weekend and a holiday', () => {
    const friday = new Date('2026-11-20T08:30:00Z');

    // Half an hour on Friday, then Tuesday: Monday is 勤労感謝の日.
    expect(endOfWork({ from: friday, ms: hour }, office, 'Asia/Tokyo').toISOString()).toBe(
      '2026-11-24T00:30:00.000Z',
    );
  });
});

describe('the last hour of calling', () => {
  const ago = (ms: number) => new Date(now.getTime() - ms);

  it('reaches back over the night, in which nobody was called', () => {
    const opened = new Date('2026-11-24T00:30:00Z');
    const hours = { type: 'window', from: 9.5 * 60, to: 18 * 60 } as const;

    const recent = recentWork({ until: now, ms: hour, notBefore: ago(20 * hour) }, hours, 'Asia/Tokyo');

    // Half an hour since the opening; the day before was a holiday, and the ones before it a weekend.
    expect(recent).toEqual({ since: opened, ms: hour / 2 });
  });

  it('is the end of the last working day where the day has just begun', () => {
    const recent = recentWork(
      { until: now, ms: 2 * hour, notBefore: ago(30 * 24 * hour) },
      office,
      'Asia/Tokyo',
    );

    expect(recent).toEqual({ since: new Date('2026-11-20T08:00:00Z'), ms: 2 * hour });
  });

  it('is no longer than the campaign has run', () => {
    const recent = recentWork({ until: now, ms: hour, notBefore: ago(hour / 4) }, office, 'Asia/Tokyo');

    expect(recent).toEqual({ since: ago(hour / 4), ms: hour / 4 });
  });
});
