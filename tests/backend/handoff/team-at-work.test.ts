import { describe, expect, it } from 'vitest';
import { playTeam } from '../../support/played-team.ts';

/** A small one of `npm run simulate:team`, with more calls than the team can take. */
describe('a team at work', () => {
  it('is asked rightly, each call goes to one of them, and every request ends', { timeout: 60_000 }, () => {
    const figures = playTeam({ agents: 5, calls: 30, minutes: 9, seed: 1 });

    expect(figures.wrongOffers).toEqual([]);
    expect(figures.brokenPromises).toEqual([]);
    expect(figures.duplicateClaims).toBe(0);
    expect(figures.reached + figures.lostPatience + figures.putOff).toBe(30);
    expect(figures.reached).toBeGreaterThan(5);
    expect(figures.offers).toBeGreaterThanOrEqual(figures.reached);
  });
});
