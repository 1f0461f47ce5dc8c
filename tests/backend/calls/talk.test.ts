import { describe, expect, it } from 'vitest';
import { talkedOn } from '../../../backend/calls/talk.ts';
import { createHandoffBench } from '../../support/handoff-bench.ts';

const answered = new Date('2026-11-24T01:00:00Z');

describe('talkedOn', () => {
  it.each([
    ['an agent who was heard', 'agent', {}, {}, true],
    ['an agent who only listened', 'agent', { muted: true }, {}, false],
    ['an agent who never came into the conference', 'agent', { joinedAt: null }, {}, false],
    ['an agent whose customer never answered', 'agent', {}, { answeredAt: null }, false],
    ['the AI', 'ai', {}, {}, false],
    ['the customer', 'customer', {}, {}, false],
  ] as const)('knows whether a human talked: %s', (_who, kind, legChanges, callChanges, talked) => {
    using bench = createHandoffBench();
    const callId = bench.answeredCall();
    const call = bench.stores.calls.find(callId);
    if (call === null) throw new Error('the call is gone');
    const leg = { ...bench.legOf(callId, 'customer'), kind, joinedAt: answered, ...legChanges };

    expect(talkedOn(leg, { ...call, ...callChanges })).toBe(talked);
  });
});
