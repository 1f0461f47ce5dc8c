import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PresenceFacts, presenceOf } from '../../../backend/agents/presence.ts';
import { reachByPhoneSchema } from '../../../backend/contract/agents.ts';
import { type CallId, callIdSchema } from '../../../backend/contract/ids.ts';
import { absenceSchema, busyReasonSchema } from '../../../backend/contract/vocabulary.ts';

const now = new Date('2026-11-24T01:00:00.000Z');
const soon = new Date(now.getTime() + 30_000);
const callId: CallId = callIdSchema.parse('call_00000000000000000001');

const verified = { verified: true, use: 'offline' } as const;

const atTheDesk: PresenceFacts = {
  disabled: false,
  softphone: true,
  phone: { verified: false, use: 'offline' },
  withinWorkingHours: true,
  engagedIn: null,
  testing: false,
  chosen: { presence: 'available' },
  absence: null,
  wrapUpUntil: null,
};

function presenceWith(changes: Partial<PresenceFacts>) {
  return presenceOf({ ...atTheDesk, ...changes }, now);
}

describe('presenceOf', () => {
  it.each(['softphone', 'phone'])('is offline in a disabled account, whatever %s there is', (way) => {
    const phone = { verified: true, use: 'always' } as const;

    const state = presenceWith({ disabled: true, softphone: way === 'softphone', phone });

    expect(state).toMatchObject({ presence: 'offline', reachability: 'none' });
  });

  it('is available with a registered softphone', () => {
    expect(presenceWith({})).toEqual({
      presence: 'available',
      busyReason: null,
      reachability: 'softphone',
      wrapUpUntil: null,
      activeCallId: null,
    });
  });

  it('is busy during a test call, and on a call all the same when there is one', () => {
    expect(presenceWith({ testing: true })).toMatchObject({ presence: 'busy', reachability: 'softphone' });
    expect(presenceWith({ testing: true, engagedIn: callId })).toMatchObject({ presence: 'on-call' });
  });

  it('is offline with neither softphone nor telephone', () => {
    expect(presenceWith({ softphone: false })).toMatchObject({ presence: 'offline', reachability: 'none' });
  });

  it('is available by telephone without any connected app, within working hours', () => {
    expect(presenceWith({ softphone: false, phone: verified })).toMatchObject({
      presence: 'available',
      reachability: 'phone',
    });
  });

  it('is not reachable by telephone outside working hours', () => {
    expect(presenceWith({ softphone: false, phone: verified, withinWorkingHours: false })).toMatchObject({
      presence: 'offline',
      reachability: 'none',
    });
  });

  it('is reachable by softphone outside working hours, for whoever is there can be asked', () => {
    expect(presenceWith({ withinWorkingHours: false })).toMatchObject({
      presence: 'available',
      reachability: 'softphone',
    });
  });

  it('is reached by the telephone that was chosen, though an app is connected', () => {
    expect(presenceWith({ phone: { verified: true, use: 'always' } }).reachability).toBe('phone');
  });

  it.each([
    { verified: true, use: 'never' },
    { verified: false, use: 'offline' },
    { verified: false, use: 'always' },
  ] as const)('is never reached by a telephone that is %j', (phone) => {
    expect(presenceWith({ softphone: false, phone })).toMatchObject({ presence: 'offline' });
  });

  it('is reached by the app outside working hours, though the telephone was chosen', () => {
    const phone = { verified: true, use: 'always' } as const;

    expect(presenceWith({ phone, withinWorkingHours: false }).reachability).toBe('softphone');
  });

  it('prefers the softphone to the telephone', () => {
    expect(presenceWith({ phone: verified }).reachability).toBe('softphone');
  });

  it('is offline when that was chosen, whatever is connected', () => {
    expect(presenceWith({ phone: verified, chosen: { presence: 'offline' } })).toMatchObject({
      presence: 'offline',
      reachability: 'none',
    });
  });

  it('is on a call while the connection is down', () => {
    expect(presenceWith({ softphone: false, engagedIn: callId })).toMatchObject({
      presence: 'on-call',
      activeCallId: callId,
    });
  });

  it('is on a call although busy, wrapping up, or offline by choice', () => {
    const states = [
      presenceWith({ engagedIn: callId, chosen: { presence: 'busy', reason: 'meeting' } }),
      presenceWith({ engagedIn: callId, wrapUpUntil: soon }),
      presenceWith({ engagedIn: callId, chosen: { presence: 'offline' } }),
    ];

    expect(states.map((state) => state.presence)).toEqual(['on-call', 'on-call', 'on-call']);
  });

  it('wraps up before it is what was chosen', () => {
    const state = presenceWith({ wrapUpUntil: soon, chosen: { presence: 'busy', reason: 'break' } });

    expect(state).toMatchObject({ presence: 'wrap-up', wrapUpUntil: soon, busyReason: null });
  });

  it('is away from the computer only where nothing else was chosen', () => {
    const states = [
      presenceWith({ absence: 'locked' }),
      presenceWith({ absence: 'locked', chosen: { presence: 'busy', reason: 'break' } }),
      presenceWith({ absence: 'locked', engagedIn: callId }),
    ];

    expect(states.map(({ presence, busyReason }) => [presence, busyReason])).toEqual([
      ['busy', 'locked'],
      ['busy', 'break'],
      ['on-call', null],
    ]);
  });

  it.each(absenceSchema.options)(
    'is rung on the telephone, once the app of a computer that is %s is gone',
    (absence) => {
      const there = presenceWith({ absence, phone: verified });
      const gone = presenceWith({ absence, phone: verified, softphone: false });
      const never = presenceWith({ absence, phone: { verified: true, use: 'never' }, softphone: false });

      expect([there, gone, never].map(({ presence, reachability }) => [presence, reachability])).toEqual([
        ['busy', 'softphone'],
        ['available', 'phone'],
        ['offline', 'none'],
      ]);
    },
  );

  it('is rung on the telephone that was chosen though the computer is locked, unless they are busy', () => {
    const phone = { verified: true, use: 'always' } as const;
    const chosen = { presence: 'busy', reason: 'break' } as const;

    expect(presenceWith({ absence: 'locked', phone }).presence).toBe('available');
    expect(presenceWith({ absence: 'locked', phone, chosen }).presence).toBe('busy');
  });

  it('does not wrap up while it cannot be reached', () => {
    expect(presenceWith({ softphone: false, wrapUpUntil: soon }).presence).toBe('offline');
  });

  it('has wrapped up at the very moment that was set', () => {
    expect(presenceWith({ wrapUpUntil: now }).presence).toBe('available');
  });

  it.each(busyReasonSchema.exclude(absenceSchema.options).options)('is busy with the reason %s', (reason) => {
    expect(presenceWith({ chosen: { presence: 'busy', reason } })).toMatchObject({
      presence: 'busy',
      busyReason: reason,
    });
  });
});

const anyFacts: fc.Arbitrary<PresenceFacts> = fc.record({
  disabled: fc.boolean(),
  softphone: fc.boolean(),
  phone: fc.record({ verified: fc.boolean(), use: fc.constantFrom(...reachByPhoneSchema.options) }),
  withinWorkingHours: fc.boolean(),
  engagedIn: fc.constantFrom(null, callId),
  testing: fc.boolean(),
  chosen: fc.constantFrom<PresenceFacts['chosen']>(
    { presence: 'available' },
    { presence: 'offline' },
    { presence: 'busy', reason: 'meeting' },
  ),
  absence: fc.constantFrom(null, 'locked', 'asleep'),
  wrapUpUntil: fc.option(fc.integer({ min: -60, max: 60 }).map((s) => new Date(now.getTime() + s * 1_000))),
});

describe('presenceOf, for any facts', () => {
  it('gives each detail with the presence it belongs to, and no other', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const state = presenceOf(facts, now);
        expect(state.activeCallId !== null).toBe(state.presence === 'on-call');
        expect(state.wrapUpUntil !== null).toBe(state.presence === 'wrap-up');
        expect(state.busyReason !== null).toBe(state.presence === 'busy');
      }),
    );
  });

  it('never calls somebody available whom nothing reaches', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const state = presenceOf(facts, now);
        expect(state.presence === 'available' && state.reachability === 'none').toBe(false);
      }),
    );
  });

  it('is on a call exactly when there is one', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(presenceOf(facts, now).presence === 'on-call').toBe(facts.engagedIn !== null);
      }),
    );
  });
});
