import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presenceSchema, reachabilitySchema } from '../../../../backend/contract/vocabulary.ts';
import type { Candidate } from '../../../../backend/handoff/routing/candidate.ts';
import { type RoutingPolicy, rank } from '../../../../backend/handoff/routing/order.ts';
import { candidate, usualPolicy } from '../../../support/routing.ts';

function names(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map((candidate) => candidate.agentId);
}

const unowned = { ownerId: null, wantedSkills: [] };

describe('rank', () => {
  it.each<[string, Partial<Candidate>]>([
    ['is busy', { presence: 'busy' }],
    ['is on a call', { presence: 'on-call' }],
    ['is in wrap-up', { presence: 'wrap-up' }],
    ['cannot be reached', { reachability: 'none' }],
    ['is outside working hours', { withinWorkingHours: false }],
    ['has as many calls as they may', { activeCalls: 1, concurrency: 1 }],
  ])('leaves out an agent who %s', (_case, facts) => {
    expect(rank([candidate('sato', facts)], unowned, usualPolicy)).toEqual([]);
  });

  it('asks by priority before anything else', () => {
    const ranked = rank([candidate('suzuki'), candidate('sato', { priority: 1 })], unowned, usualPolicy);

    expect(names(ranked)).toEqual(['sato', 'suzuki']);
  });

  it('asks the owner of the customer first among equals in priority', () => {
    const sato = candidate('sato');
    const ranked = rank([candidate('suzuki'), sato], { ...unowned, ownerId: sato.agentId }, usualPolicy);

    expect(names(ranked)).toEqual(['sato', 'suzuki']);
  });

  it('asks whoever has been idle longest, those who never had a call first', () => {
    const ranked = rank(
      [
        candidate('suzuki', { idleSince: new Date('2026-11-24T01:00:00Z') }),
        candidate('sato', { idleSince: new Date('2026-11-24T00:00:00Z') }),
        candidate('tanaka'),
      ],
      unowned,
      usualPolicy,
    );

    expect(names(ranked)).toEqual(['tanaka', 'sato', 'suzuki']);
  });

  it.each<[string, Partial<RoutingPolicy>, Partial<Candidate>, Partial<Candidate>]>([
    ['the owner before priority', { strategy: 'owner-first' }, { priority: 9 }, { priority: 1 }],
    [
      'the longest idle before priority',
      { strategy: 'longest-idle' },
      { priority: 9, idleSince: null },
      { priority: 1, idleSince: new Date('2026-11-24T00:00:00Z') },
    ],
    [
      'who was asked longest ago before priority, in turn',
      { strategy: 'round-robin' },
      { priority: 9, lastAskedAt: new Date('2026-11-24T00:00:00Z') },
      { priority: 1, lastAskedAt: new Date('2026-11-24T00:00:01Z') },
    ],
    [
      'who has no other skills, so that the others stay free',
      { strategy: 'skills' },
      { priority: 9, skills: ['english'] },
      { priority: 1, skills: ['english', 'prices'] },
    ],
    [
      'the telephone only after every app, where it is for the overflow',
      { telephones: 'overflow' },
      { priority: 9 },
      { priority: 1, reachability: 'phone' },
    ],
  ])('can ask %s', (_case, policy, first, second) => {
    const call = { ownerId: candidate('sato').agentId, wantedSkills: ['english'] };

    const ranked = rank([candidate('suzuki', second), candidate('sato', first)], call, {
      ...usualPolicy,
      ...policy,
    });

    expect(names(ranked)).toEqual(['sato', 'suzuki']);
  });

  it('leaves out telephones where the team does not ring them', () => {
    const byPhone = candidate('sato', { reachability: 'phone' });

    expect(rank([byPhone], unowned, { ...usualPolicy, telephones: 'never' })).toEqual([]);
  });

  it('never proposes anybody who must not be asked, in any team', () => {
    const anyCandidate = fc
      .record({
        presence: fc.constantFrom(...presenceSchema.options),
        reachability: fc.constantFrom(...reachabilitySchema.options),
        withinWorkingHours: fc.boolean(),
        activeCalls: fc.nat(3),
        concurrency: fc.integer({ min: 1, max: 3 }),
        priority: fc.integer({ min: 1, max: 9 }),
      })
      .map((facts) => candidate('somebody', facts));

    fc.assert(
      fc.property(fc.array(anyCandidate), (team) => {
        for (const chosen of rank(team, unowned, usualPolicy)) {
          expect(chosen.presence).toBe('available');
          expect(chosen.reachability).not.toBe('none');
          expect(chosen.withinWorkingHours).toBe(true);
          expect(chosen.activeCalls).toBeLessThan(chosen.reachability === 'phone' ? 1 : chosen.concurrency);
        }
      }),
    );
  });
});
