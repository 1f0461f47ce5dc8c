import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CampaignEvent, moveCampaign } from '../../../backend/campaigns/campaign-machine.ts';
import { type CampaignState, campaignStateSchema } from '../../../backend/contract/campaigns.ts';

const events = ['started', 'paused', 'resumed', 'stopped', 'finished'] as const satisfies CampaignEvent[];

describe('moveCampaign', () => {
  it.each([
    ['draft', 'started', 'running'],
    ['running', 'paused', 'paused'],
    ['paused', 'resumed', 'running'],
    ['running', 'stopped', 'stopped'],
    ['paused', 'stopped', 'stopped'],
    ['running', 'finished', 'finished'],
  ] as const)('makes of a %s campaign that is %s a %s one', (state, event, after) => {
    expect(moveCampaign(state, event)).toEqual({ type: 'moved', state: after });
  });

  it.each([
    ['running', 'started', 'campaign-begun'],
    ['paused', 'started', 'campaign-begun'],
    ['draft', 'paused', 'campaign-not-begun'],
    ['draft', 'stopped', 'campaign-not-begun'],
    ['stopped', 'resumed', 'campaign-over'],
    ['finished', 'started', 'campaign-over'],
  ] as const)('refuses that a %s campaign is %s', (state, event, code) => {
    expect(moveCampaign(state, event)).toEqual({ type: 'refused', code });
  });

  it('has nothing follow a stop or an end, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 20 }), (history) => {
        const states: CampaignState[] = ['draft'];
        for (const event of history) {
          const state = states.at(-1) ?? 'draft';
          const move = moveCampaign(state, event);
          states.push(move.type === 'moved' ? move.state : state);
        }

        const over = states.findIndex((state) => state === 'stopped' || state === 'finished');
        expect(new Set(over === -1 ? [] : states.slice(over)).size).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('finds it fulfilled that something is as it is wanted', () => {
    const fulfilled = campaignStateSchema.options.flatMap((state) =>
      events
        .filter((event) => moveCampaign(state, event).type === 'unchanged')
        .map((event) => [state, event]),
    );

    expect(fulfilled).toEqual([
      ['running', 'resumed'],
      ['paused', 'paused'],
      ['paused', 'finished'],
      ['stopped', 'stopped'],
      ['finished', 'finished'],
    ]);
  });
});
