import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { presenceSchema, reachabilitySchema } from '../../../backend/contract/vocabulary.ts';
import { type Candidate, rank } from '../../../backend/handoff/routing.ts';

function agent(name: string, facts: Partial<Candidate> = {}): Candidate {
  return {
    agentId: agentIdSchema.parse(name),
    role: 'agent',
    presence: 'available',
    reachability: 'softphone',
    withinWorkingHours: true,
    activeCalls: 0,
    concurrency: 1,
    priority: 5,
    idleSince: null,
    ...facts,
  };
}

function names(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map((candidate) => candidate.agentId);
}

const unowned = { ownerId: null, notAgain: [] };

describe('rank', () => {
  it.each<[string, Partial<Candidate>]>([
    ['is busy', { presence: 'busy' }],
    ['is on a call', { presence: 'on-call' }],
    ['is in wrap-up', { presence: 'wrap-up' }],
    ['cannot be reached', { reachability: 'none' }],
    ['is outside working hours', { withinWorkingHours: false }],
    ['has as many calls as they may', { activeCalls: 1, concurrency: 1 }],
  ])('leaves out an agent who %s', (_case, facts) => {
    expect(rank([agent('sato', facts)], unowned)).toEqual([]);
  });

  it('leaves out those who were asked already', () => {
    const sato = agent('sato');

    expect(rank([sato], { ownerId: null, notAgain: [sato.agentId] })).toEqual([]);
  });

  it('asks by priority before anything else', () => {
    const ranked = rank([agent('suzuki'), agent('sato', { priority: 1 })], unowned);

    expect(names(ranked)).toEqual(['sato', 'suzuki']);
  });

  it('asks the owner of the customer first among equals in priority', () => {
    const sato = agent('sato');
    const ranked = rank([agent('suzuki'), sato], { ownerId: sato.agentId, notAgain: [] });

    expect(names(ranked)).toEqual(['sato', 'suzuki']);
  });

  it('asks whoever has been idle longest, those who never had a call first', () => {
    const ranked = rank(
      [
        agent('suzuki', { idleSince: new Date('2026-11-24T01:00:00Z') }),
        agent('sato', { idleSince: new Date('2026-11-24T00:00:00Z') }),
        agent('tanaka'),
      ],
      unowned,
    );

    expect(names(ranked)).toEqual(['tanaka', 'sato', 'suzuki']);
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
      .map((facts) => agent('somebody', facts));

    fc.assert(
      fc.property(fc.array(anyCandidate), (team) => {
        for (const chosen of rank(team, unowned)) {
          expect(chosen.presence).toBe('available');
          expect(chosen.reachability).not.toBe('none');
          expect(chosen.withinWorkingHours).toBe(true);
          expect(chosen.activeCalls).toBeLessThan(chosen.reachability === 'phone' ? 1 : chosen.concurrency);
        }
      }),
    );
  });
});
