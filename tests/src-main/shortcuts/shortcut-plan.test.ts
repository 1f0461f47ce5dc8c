import { describe, expect, it } from 'vitest';
import { shortcutPlan } from '../../../src-main/shortcuts/shortcut-plan.ts';
import { offer, signedIn } from '../support/desktop-fixtures.ts';

describe('shortcutPlan', () => {
  it('leaves the keys to other programs while there is nothing to do with them', () => {
    expect(shortcutPlan(signedIn())).toEqual({
      accept: null,
      decline: null,
      mute: null,
      show: { kind: 'show-console' },
    });
  });

  it('accepts and declines the most urgent offer, the one that the alert shows', () => {
    const [first, second] = [offer('a'), offer('b')];

    const plan = shortcutPlan(signedIn({ offers: [first, second] }));

    expect(plan.accept).toEqual({ kind: 'accept-offer', offerId: first.id });
    expect(plan.decline).toEqual({ kind: 'decline-offer', offerId: first.id, reason: 'other' });
  });

  it('claims no key for an offer that is not announced to the agent', () => {
    const quiet = {
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'busy',
      busyReason: 'do-not-disturb',
      withinWorkingHours: true,
    } as const;

    const plan = shortcutPlan(signedIn({ offers: [offer('a')], presence: quiet }));

    expect([plan.accept, plan.decline]).toEqual([null, null]);
  });

  it('mutes only on a call', () => {
    const plan = shortcutPlan(signedIn({ softphone: { kind: 'on-call', muted: true } }));

    expect(plan.mute).toEqual({ kind: 'toggle-mute' });
  });
});
