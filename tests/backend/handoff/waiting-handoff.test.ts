import { describe, expect, it } from 'vitest';
import { agentIdSchema, clientIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import { beginByOffering, transitionHandoff } from '../../../backend/handoff/handoff-machine.ts';
import type { Asking, HandoffEvent } from '../../../backend/handoff/handoff-vocabulary.ts';

const sato = agentIdSchema.parse('sato');
const suzuki = agentIdSchema.parse('suzuki');
const clientId = clientIdSchema.parse('6f1c2a34-8b7d-4e5f-9a0b-1c2d3e4f5a6b');
const legId = legIdSchema.parse(`leg_${'1'.repeat(20)}`);

const asksSato: Asking = { step: 'best', agentIds: [sato] };
const somebodyFree: HandoffEvent = { type: 'somebody-free', next: asksSato };
const [waiting] = beginByOffering('connect', true, 'later');

describe('a handoff that finds nobody who can be asked now', () => {
  it('waits, and brings nobody back', () => {
    expect(beginByOffering('connect', false, 'later')).toEqual([
      { status: 'offering', urgency: 'connect', floorFree: false, asked: [], askerLegId: null },
      [],
    ]);
  });

  it('asks who becomes free', () => {
    expect(transitionHandoff(waiting, somebodyFree)).toEqual([
      { status: 'offering', urgency: 'connect', floorFree: true, asked: [sato], askerLegId: null },
      [{ type: 'offer', step: 'best', agentIds: [sato] }],
    ]);
  });

  it.each(['later', null] as const)('waits on while there is still nobody: %s', (next) => {
    expect(transitionHandoff(waiting, { type: 'somebody-free', next })).toEqual([waiting, []]);
  });

  it('waits again when who became free declines, and others may be free soon', () => {
    const [asking] = transitionHandoff(waiting, somebodyFree);

    const step = transitionHandoff(asking, { type: 'offer-lost', agentId: sato, next: 'later' });

    expect(step).toEqual([waiting, []]);
  });

  it('has failed when who became free declines, and nobody else may come', () => {
    const [asking] = transitionHandoff(waiting, somebodyFree);

    const [state, effects] = transitionHandoff(asking, { type: 'offer-lost', agentId: sato, next: null });

    expect([state.status, effects]).toEqual(['failed', [{ type: 'recover' }]]);
  });

  it('brings the AI back when the time is over', () => {
    const [state, effects] = transitionHandoff(waiting, { type: 'gave-up' });

    expect([state.status, effects.at(-1)]).toEqual(['failed', { type: 'recover' }]);
  });

  it('is over when the customer hangs up', () => {
    expect(transitionHandoff(waiting, { type: 'call-ended', byCustomer: true })[0].status).toBe('withdrawn');
  });

  it('gives the call to an agent who takes it unasked', () => {
    const claim = { agentId: suzuki, clientId, legId };

    const [state] = transitionHandoff(waiting, { type: 'agent-pressed', claim });

    expect(state).toMatchObject({ status: 'joining', claim });
  });
});

describe('somebody who becomes free while others are asked', () => {
  it('is not asked beside the one whose turn it is', () => {
    const [asking] = transitionHandoff(waiting, somebodyFree);
    const alsoSuzuki: HandoffEvent = { type: 'somebody-free', next: { step: 'best', agentIds: [suzuki] } };

    expect(transitionHandoff(asking, alsoSuzuki)).toEqual([asking, []]);
  });

  it('is asked with them in the last step', () => {
    const [asking] = beginByOffering('connect', true, { step: 'last', agentIds: [sato] });

    const [state, effects] = transitionHandoff(asking, {
      type: 'somebody-free',
      next: { step: 'last', agentIds: [suzuki] },
    });

    expect(state).toMatchObject({ status: 'offering', asked: [sato, suzuki] });
    expect(effects).toEqual([{ type: 'offer', step: 'last', agentIds: [suzuki] }]);
  });
});
