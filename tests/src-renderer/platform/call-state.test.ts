import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { isResultOf, mayEnd, talkOf } from '../../../src-renderer/platform/call-state.ts';
import { idOf, sampleCall, sampleHandoff } from '../support/samples.ts';

const misaki = { agentId: agentIdSchema.parse('misaki'), role: 'agent' } as const;
const me = { id: 'misaki', name: '佐藤' };
const kenta = { id: 'kenta', name: '鈴木' };

function leg(number: number, agent: typeof me, changes: object = {}) {
  return {
    legId: idOf('leg', number),
    kind: 'agent',
    agent,
    via: 'softphone',
    state: 'in-conference',
    mutedByUs: false,
    onHold: false,
    joinedAt: '2026-11-20T01:01:00.000Z',
    leftAt: null,
    ...changes,
  };
}

/** A call of nobody's, on which Kenta talks. */
function callWith(mine: object, handoff: object | null = null) {
  return sampleCall(1, {
    status: 'human-connected',
    owner: null,
    participants: [leg(1, kenta), leg(2, me, mine)],
    handoff: handoff === null ? null : sampleHandoff(handoff),
  });
}

const toMe = { agent: me, transfer: { by: kenta, mode: 'warm' } };

describe('isResultOf', () => {
  const talked = { agent: me, connectedAt: '2026-11-20T01:03:00.000Z' };

  it.each<[string, boolean, object]>([
    ['who talked with the customer', true, talked],
    ['who stood by in vain', false, { agent: me }],
    ['a colleague who was only consulted', false, { ...toMe, status: 'withdrawn' }],
    [
      'a colleague who was consulted, and got the customer',
      true,
      { ...talked, transfer: { by: kenta, mode: 'warm', outcome: 'completed' } },
    ],
    [
      'who consulted a colleague, and kept the customer',
      true,
      { agent: kenta, transfer: { by: me, mode: 'warm' } },
    ],
    ['who gave the customer away', false, { agent: kenta, transfer: { by: me, mode: 'blind' } }],
  ])('%s: %s', (_who, is, handoff) => {
    const call = sampleCall(1, { status: 'completed', owner: null, handoff: sampleHandoff(handoff) });

    expect(isResultOf(call, misaki.agentId)).toBe(is);
  });
});

describe('mayEnd', () => {
  it.each<[string, boolean, object, object | null]>([
    ['an agent who talks with the customer', true, {}, null],
    ['an agent on the way', false, { state: 'joining' }, null],
    ['an agent who is not heard', false, { mutedByUs: true }, null],
    ['a colleague who is consulted', false, {}, { ...toMe, status: 'consulting' }],
    ['a colleague to whom the call was transferred', true, {}, { ...toMe, status: 'connected' }],
  ])('of %s is %s', (_who, expected, mine, handoff) => {
    expect(mayEnd(callWith(mine, handoff), misaki)).toBe(expected);
  });
});

describe('talkOf', () => {
  it.each(['joining', 'consulting'])('a colleague whose transfer is %s is only asked', (status) => {
    const call = callWith({}, { ...toMe, status });

    expect(talkOf(call, misaki.agentId)).toEqual({ type: 'consulted', name: '鈴木' });
  });

  it.each([
    ['joining', 'asking'],
    ['consulting', 'consulting'],
  ])('the agent whose transfer is %s is %s', (status, type) => {
    const call = callWith({}, { status, agent: kenta, transfer: { by: me, mode: 'warm' } });

    expect(talkOf(call, misaki.agentId)).toEqual({ type, name: '鈴木' });
  });

  it.each(['offering', 'joining', 'consulting'])(
    'who talks beside an agent whose transfer is %s can only wait, or go',
    (status) => {
      const daisuke = { id: 'daisuke', name: '田中' };
      const call = callWith({}, { status, agent: daisuke, transfer: { by: kenta, mode: 'warm' } });

      expect(talkOf(call, misaki.agentId)).toEqual({ type: 'beside', name: '鈴木' });
    },
  );

  it.each(['connected', 'withdrawn', 'failed'])('talks again when a transfer is %s', (status) => {
    const call = callWith({}, { status, agent: kenta, transfer: { by: kenta, mode: 'warm' } });

    expect(talkOf(call, misaki.agentId).type).toBe('talking');
  });

  it('talks with those who are heard, too', () => {
    expect(talkOf(callWith({}), misaki.agentId)).toEqual({
      type: 'talking',
      heldSince: null,
      companions: ['鈴木'],
    });
  });
});
