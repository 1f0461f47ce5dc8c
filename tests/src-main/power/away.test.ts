import { describe, expect, it } from 'vitest';
import { type AwayReasons, awayOf, type PowerEvent, transitionAway } from '../../../src-main/power/away.ts';

function following(...events: PowerEvent[]): AwayReasons {
  return events.reduce<AwayReasons>(transitionAway, new Set());
}

describe('awayOf', () => {
  it('is away while the computer sleeps, whatever the settings say', () => {
    expect(awayOf(following('fell-asleep'), false)).toEqual({ kind: 'away', reason: 'asleep' });
    expect(awayOf(following('fell-asleep', 'woke'), false)).toEqual({ kind: 'present' });
  });

  it('is away while the screen is locked only where the agent wants that', () => {
    expect(awayOf(following('locked'), true)).toEqual({ kind: 'away', reason: 'locked' });
    expect(awayOf(following('locked'), false)).toEqual({ kind: 'present' });
    expect(awayOf(following('locked', 'unlocked'), true)).toEqual({ kind: 'present' });
  });

  it('stays away when the computer wakes with its screen still locked', () => {
    const woken = following('locked', 'fell-asleep', 'woke');

    expect(awayOf(woken, true)).toEqual({ kind: 'away', reason: 'locked' });
    expect(awayOf(transitionAway(woken, 'unlocked'), true)).toEqual({ kind: 'present' });
  });
});
