import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandoffEnding } from '../../../backend/contract/handoffs.ts';
import { agentIdSchema, clientIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import {
  beginByConsulting,
  beginByOffering,
  beginByPressing,
  transitionHandoff,
} from '../../../backend/handoff/handoff-machine.ts';
import type {
  Asking,
  Claim,
  HandoffEffect,
  HandoffEvent,
  HandoffState,
  HandoffStep,
} from '../../../backend/handoff/handoff-vocabulary.ts';
import type { RoutingDecision } from '../../../backend/handoff/routing/decision.ts';

const sato = agentIdSchema.parse('sato');
const suzuki = agentIdSchema.parse('suzuki');
const client = clientIdSchema.parse('6f1c2a34-8b7d-4e5f-9a0b-1c2d3e4f5a6b');
const leg = (digit: string) => legIdSchema.parse(`leg_${digit.repeat(20)}`);
const claim = (agentId: typeof sato, digit: string): Claim => ({
  agentId,
  clientId: client,
  legId: leg(digit),
});
const ask = (...agentIds: readonly (typeof sato)[]): Asking => ({ step: 'best', agentIds });
const satosClaim = claim(sato, '1');

const accepted: HandoffEvent = { type: 'agent-accepted', claim: satosClaim };
const joined: HandoffEvent = { type: 'agent-joined', legId: leg('1') };
const floorFreed: HandoffEvent = { type: 'floor-freed' };
const connectWanted: HandoffEvent = { type: 'connect-wanted' };
const completed: HandoffEvent = { type: 'transfer-completed', othersTalk: false };
const askerLost: HandoffEvent = { type: 'asker-lost', othersTalk: false };
const missing = (digit: string, next: Asking | null): HandoffEvent => ({
  type: 'agent-missing',
  legId: leg(digit),
  retryLegId: leg('2'),
  next,
});

function follow([state, effects]: HandoffStep, ...events: readonly HandoffEvent[]): HandoffStep {
  let current = state;
  const all: HandoffEffect[] = [...effects];
  for (const event of events) {
    const [next, more] = transitionHandoff(current, event);
    current = next;
    all.push(...more);
  }
  return [current, all];
}

function types(effects: readonly HandoffEffect[]): readonly string[] {
  return effects.map((effect) => effect.type);
}

describe('a handoff that asks agents', () => {
  it('has failed at once when there is nobody to ask', () => {
    expect(beginByOffering('connect', false, null)).toEqual([
      { status: 'failed', because: 'nobody-left' },
      [{ type: 'recover' }],
    ]);
  });

  it('fails in silence when it only prepared', () => {
    expect(beginByOffering('prepare', false, null)).toEqual([
      { status: 'failed', because: 'nobody-left' },
      [],
    ]);
  });

  it('offers the next agent when one declines', () => {
    const [state, effects] = follow(beginByOffering('connect', false, ask(sato)), {
      type: 'offer-lost',
      agentId: sato,
      next: ask(suzuki),
    });

    expect(state).toMatchObject({ status: 'offering', asked: [suzuki] });
    expect(effects.at(-1)).toEqual({ type: 'offer', step: 'best', agentIds: [suzuki] });
  });

  it('waits for the others while several hold an open offer', () => {
    const [state] = follow(beginByOffering('connect', false, ask(sato, suzuki)), {
      type: 'offer-lost',
      agentId: sato,
      next: null,
    });

    expect(state).toMatchObject({ status: 'offering', asked: [suzuki] });
  });

  it('ignores an acceptance by somebody who holds no open offer', () => {
    const begun = beginByOffering('connect', false, ask(suzuki));

    expect(follow(begun, accepted)).toEqual(begun);
  });

  it('withdraws the offers and brings the AI back when the time is over', () => {
    const [state, effects] = follow(beginByOffering('connect', false, ask(sato)), { type: 'gave-up' });

    expect(state).toEqual({ status: 'failed', because: 'time-over' });
    expect(types(effects)).toEqual(['offer', 'withdraw-offers', 'recover']);
  });

  it('says that nobody was left where routing gave up', () => {
    const decision: RoutingDecision = { next: null, strategy: 'priority', verdicts: [] };

    const [state] = follow(beginByOffering('connect', false, 'later'), { type: 'gave-up', decision });

    expect(state).toEqual({ status: 'failed', because: 'nobody-left' });
  });

  it.each([
    ['the customer hangs up', true, 'customer-left'],
    ['somebody else ends the call', false, 'call-ended'],
  ])('withdraws the offers when %s while an agent is being rung', (_what, byCustomer, because) => {
    const begun = beginByOffering('connect', false, ask(sato));

    const [state, effects] = follow(begun, { type: 'call-ended', byCustomer });

    expect(state).toEqual({ status: 'withdrawn', because });
    expect(types(effects)).toEqual(['offer', 'withdraw-offers']);
  });
});

describe('an agent who accepted', () => {
  it('stands by, muted, while the AI still has the floor', () => {
    const [state, effects] = follow(beginByOffering('prepare', false, ask(sato)), accepted, joined);

    expect(state).toEqual({ status: 'standby', urgency: 'prepare', claim: satosClaim });
    expect(effects.at(-1)).toEqual({ type: 'ring-agent', claim: satosClaim, muted: true, attempt: 1 });
  });

  it('is heard as soon as the AI has finished speaking', () => {
    const [state, effects] = follow(
      beginByOffering('prepare', false, ask(sato)),
      accepted,
      joined,
      connectWanted,
      floorFreed,
    );

    expect(state).toEqual({ status: 'connected', claim: satosClaim });
    expect(types(effects).slice(-2)).toEqual(['unmute-agent', 'join-customer']);
  });

  it('is heard when the AI never reports that it has finished', () => {
    const [state] = follow(beginByOffering('prepare', false, ask(sato)), accepted, joined, connectWanted, {
      type: 'gave-up',
    });

    expect(state).toEqual({ status: 'connected', claim: satosClaim });
  });

  it('is unmuted on arrival when the AI finished while the leg was on its way', () => {
    const [state, effects] = follow(
      beginByOffering('connect', false, ask(sato)),
      accepted,
      floorFreed,
      joined,
    );

    expect(state.status).toBe('connected');
    expect(types(effects).slice(-2)).toEqual(['unmute-agent', 'join-customer']);
  });

  it('is tried once more when they do not arrive, on a new leg', () => {
    const [state, effects] = follow(
      beginByOffering('connect', false, ask(sato)),
      accepted,
      missing('1', ask(suzuki)),
    );

    expect(state).toMatchObject({ status: 'joining', attempt: 2, claim: { agentId: sato, legId: leg('2') } });
    expect(types(effects).slice(-2)).toEqual(['drop-agent', 'ring-agent']);
  });

  it('is told, and the next is asked, when they do not arrive twice', () => {
    const [state, effects] = follow(
      beginByOffering('connect', false, ask(sato)),
      accepted,
      missing('1', ask(suzuki)),
      missing('2', ask(suzuki)),
    );

    expect(state).toMatchObject({ status: 'offering', asked: [suzuki] });
    expect(types(effects).slice(-3)).toEqual(['drop-agent', 'tell-agent-not-arrived', 'offer']);
  });

  it('is not lost because a leg of before is reported late', () => {
    const begun = follow(beginByOffering('connect', false, ask(sato)), accepted);

    expect(follow(begun, missing('9', ask(suzuki)))).toEqual(begun);
  });

  it('goes, and the next is asked, when they do not want the call any more', () => {
    const [state, effects] = follow(beginByOffering('prepare', false, ask(sato)), accepted, {
      type: 'agent-left',
      legId: leg('1'),
      next: ask(suzuki),
    });

    expect(state).toMatchObject({ status: 'offering', asked: [suzuki] });
    expect(types(effects).slice(-2)).toEqual(['drop-agent', 'offer']);
  });

  it('goes from standby in silence when nobody else is left to ask', () => {
    const [state, effects] = follow(beginByOffering('prepare', false, ask(sato)), accepted, joined, {
      type: 'agent-left',
      legId: leg('1'),
      next: null,
    });

    expect(state).toEqual({ status: 'failed', because: 'nobody-left' });
    expect(types(effects).at(-1)).toBe('drop-agent');
  });

  it('is replaced when their line drops on standby', () => {
    const [state] = follow(
      beginByOffering('prepare', false, ask(sato)),
      accepted,
      joined,
      missing('1', ask(suzuki)),
    );

    expect(state).toMatchObject({ status: 'offering', asked: [suzuki] });
  });
});

describe('an agent who takes the call without being asked', () => {
  it('is rung unmuted and talks on arrival', () => {
    const [state, effects] = follow(beginByPressing(satosClaim), joined);

    expect(state).toEqual({ status: 'connected', claim: satosClaim });
    expect(effects).toEqual([
      { type: 'ring-agent', claim: satosClaim, muted: false, attempt: 1 },
      { type: 'join-customer' },
    ]);
  });

  it('takes it from agents who were only being asked', () => {
    const [state, effects] = follow(beginByOffering('prepare', false, ask(suzuki)), {
      type: 'agent-pressed',
      claim: satosClaim,
    });

    expect(state).toMatchObject({ status: 'joining', floorFree: true, claim: satosClaim });
    expect(types(effects)).toEqual(['offer', 'withdraw-offers', 'ring-agent']);
  });

  it('cannot take it from an agent who is on the way', () => {
    const begun = follow(beginByOffering('prepare', false, ask(suzuki)), {
      type: 'agent-accepted',
      claim: claim(suzuki, '3'),
    });

    expect(follow(begun, { type: 'agent-pressed', claim: satosClaim })).toEqual(begun);
  });
});

describe('an agent who asks a colleague before handing over', () => {
  const asker = leg('9');
  const begun = beginByConsulting({ step: 'named', agentIds: [sato] }, asker);
  const consulting = follow(begun, accepted, joined);

  it('talks with them while the customer is on hold', () => {
    const [state, effects] = consulting;

    expect(state).toEqual({ status: 'consulting', claim: satosClaim, askerLegId: asker });
    expect(effects.at(-1)).toEqual({ type: 'hold-customer', onHold: true });
    expect(types(effects)).not.toContain('join-customer');
  });

  it.each<[string, HandoffEvent, string[]]>([
    ['leaves the customer to them', completed, ['record-outcome', 'release-agent', 'join-customer']],
    ['lets all three talk', { type: 'all-joined' }, ['record-outcome', 'join-customer']],
    ['leaves the customer to them by accident', askerLost, ['join-customer']],
  ])('%s', (_what, event, expected) => {
    const [state, effects] = transitionHandoff(consulting[0], event);

    expect(state).toEqual({ status: 'connected', claim: satosClaim });
    expect(types(effects)).toEqual(expected);
  });

  it.each<[string, HandoffEnding, HandoffEvent]>([
    ['takes the customer back', 'transfer-canceled', { type: 'transfer-canceled' }],
    [
      'keeps the customer when they leave',
      'colleague-missing',
      { type: 'agent-left', legId: leg('1'), next: ask(suzuki) },
    ],
    ['keeps the customer when their line drops', 'colleague-missing', missing('1', ask(suzuki))],
  ])('%s', (_what, because, event) => {
    const [state, effects] = transitionHandoff(consulting[0], event);

    expect(state).toEqual({ status: 'withdrawn', because });
    expect(effects.at(-1)).toEqual({ type: 'drop-agent', legId: leg('1') });
  });

  it.each<[string, HandoffEnding, HandoffEvent]>([
    ['declines', 'colleague-missing', { type: 'offer-lost', agentId: sato, next: ask(suzuki) }],
    ['is not to be had', 'colleague-missing', { type: 'gave-up' }],
    ['is not wanted any more', 'transfer-canceled', { type: 'transfer-canceled' }],
  ])('keeps the customer when the colleague %s, and nobody else is asked', (_what, because, event) => {
    const [state, effects] = transitionHandoff(begun[0], event);

    expect(state).toEqual({ status: 'withdrawn', because });
    const silent = ['withdraw-offers', 'record-outcome'];
    expect(types(effects).filter((type) => !silent.includes(type))).toEqual([]);
  });

  it('keeps the customer when the colleague does not arrive at the second attempt either', () => {
    const [state, effects] = follow(begun, accepted, missing('1', ask(suzuki)), missing('2', ask(suzuki)));

    expect(state).toEqual({ status: 'withdrawn', because: 'colleague-missing' });
    expect(effects.at(-1)).toEqual({ type: 'tell-agent-not-arrived', agentId: sato });
  });

  it.each<[string, HandoffEvent, string[]]>([
    ['goes', completed, ['record-outcome', 'release-agent', 'await-agent']],
    ['drops out', askerLost, ['await-agent']],
  ])('leaves the customer to whoever comes when the asker %s before that', (_what, event, expected) => {
    const [waiting, effects] = transitionHandoff(begun[0], event);
    const [state] = follow([waiting, []], accepted, joined);

    expect(types(effects)).toEqual(expected);
    expect(state).toEqual({ status: 'connected', claim: satosClaim });
  });

  it.each<[string, HandoffEvent, string[]]>([
    [
      'goes',
      { type: 'transfer-completed', othersTalk: true },
      ['record-outcome', 'release-agent', 'withdraw-offers'],
    ],
    ['drops out', { type: 'asker-lost', othersTalk: true }, ['withdraw-offers']],
  ])('leaves the customer to those who talk, too, when the asker %s', (_what, event, expected) => {
    const [state, effects] = transitionHandoff(begun[0], event);

    expect(state).toEqual({ status: 'withdrawn', because: 'left-to-others' });
    expect(types(effects)).toEqual([...expected, 'hold-customer']);
    expect(effects.at(-1)).toEqual({ type: 'hold-customer', onHold: false });
  });

  it('leaves the customer to those who talk, too, while the colleague is on the way, who is not wanted any more', () => {
    const [joining] = follow(begun, accepted);

    const [state, effects] = transitionHandoff(joining, { type: 'asker-lost', othersTalk: true });

    expect(state).toEqual({ status: 'withdrawn', because: 'left-to-others' });
    expect(effects[0]).toEqual({ type: 'drop-agent', legId: leg('1') });
  });
});

describe('transitionHandoff', () => {
  const anyEvent = fc.constantFrom<HandoffEvent>(
    accepted,
    { type: 'agent-accepted', claim: claim(suzuki, '3') },
    { type: 'offer-lost', agentId: sato, next: ask(suzuki) },
    { type: 'offer-lost', agentId: suzuki, next: null },
    connectWanted,
    floorFreed,
    joined,
    { type: 'agent-joined', legId: leg('2') },
    missing('1', ask(suzuki)),
    missing('2', null),
    { type: 'agent-left', legId: leg('1'), next: ask(suzuki) },
    { type: 'agent-left', legId: leg('3'), next: null },
    { type: 'agent-pressed', claim: satosClaim },
    { type: 'gave-up' },
    { type: 'call-ended', byCustomer: true },
    completed,
    { type: 'transfer-completed', othersTalk: true },
    { type: 'all-joined' },
    { type: 'transfer-canceled' },
    askerLost,
    { type: 'asker-lost', othersTalk: true },
  );
  const ends: readonly HandoffState['status'][] = ['connected', 'failed', 'withdrawn'];

  it('never lets a human be heard before the AI has finished, in any order of events', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const [, effects] = follow(beginByOffering('prepare', false, ask(sato)), ...events);
        const frees: readonly HandoffEvent['type'][] = ['floor-freed', 'agent-pressed', 'gave-up'];
        const freed = events.some((event) => frees.includes(event.type));
        const heard = effects.some((effect) => effect.type === 'join-customer');
        expect(heard && !freed).toBe(false);
      }),
    );
  });

  it('never lets the customer hear a colleague who is only being asked, in any order of events', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        const named = { step: 'named', agentIds: [sato] } as const;
        const [, effects] = follow(beginByConsulting(named, leg('9')), ...events);
        const frees: readonly HandoffEvent['type'][] = [
          'transfer-completed',
          'all-joined',
          'asker-lost',
          'agent-pressed',
        ];
        const freed = events.some((event) => frees.includes(event.type));
        const heard = effects.some((effect) => effect.type === 'join-customer');
        expect(heard && !freed).toBe(false);
      }),
    );
  });

  it('stays where it ended, in any order of events', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), anyEvent, (events, late) => {
        const [state] = follow(beginByOffering('connect', true, ask(sato)), ...events);
        fc.pre(ends.includes(state.status));
        expect(transitionHandoff(state, late)).toEqual([state, []]);
      }),
    );
  });
});
