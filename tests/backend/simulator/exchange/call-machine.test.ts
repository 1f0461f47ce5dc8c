import { describe, expect, it } from 'vitest';
import {
  type CallEvent,
  type CallPhase,
  callSeconds,
  transitionCall,
} from '../../../../backend/simulator/exchange/call-machine.ts';

const at = (seconds: number): Date => new Date(seconds * 1_000);
const run = (...events: CallEvent[]): CallPhase =>
  events.reduce<CallPhase>((phase, event) => transitionCall(phase, event), { type: 'queued' });

describe('transitionCall', () => {
  it('goes from queued over dialing and ringing to in progress', () => {
    const phase = run({ type: 'dialed' }, { type: 'rang' }, { type: 'answered', at: at(5) });

    expect(phase).toEqual({ type: 'in-progress', answeredAt: at(5) });
  });

  it('answers without having rung, as an application does', () => {
    expect(run({ type: 'dialed' }, { type: 'answered', at: at(1) }).type).toBe('in-progress');
  });

  it('is completed when somebody hangs up after the answer, and has a length', () => {
    const phase = run({ type: 'dialed' }, { type: 'answered', at: at(5) }, { type: 'hung-up', at: at(65) });

    expect(phase).toMatchObject({ type: 'ended', status: 'completed' });
    expect(callSeconds(phase)).toBe(60);
  });

  it('is canceled when the carrier hangs up before the answer, and has no length', () => {
    const phase = run({ type: 'dialed' }, { type: 'rang' }, { type: 'hung-up', at: at(9) });

    expect(phase).toMatchObject({ type: 'ended', status: 'canceled', answeredAt: null });
    expect(callSeconds(phase)).toBeNull();
  });

  it.each(['busy', 'no-answer', 'failed'] as const)('ends as %s when it is refused so', (reason) => {
    expect(run({ type: 'dialed' }, { type: 'refused', reason, at: at(3) })).toMatchObject({ status: reason });
  });

  it('ignores what comes late', () => {
    const ended = run({ type: 'dialed' }, { type: 'refused', reason: 'busy', at: at(3) });

    expect(transitionCall(ended, { type: 'answered', at: at(4) })).toBe(ended);
    expect(transitionCall(ended, { type: 'hung-up', at: at(4) })).toBe(ended);
  });

  it('ignores a refusal and a second ringing once it was answered', () => {
    const answered = run({ type: 'dialed' }, { type: 'answered', at: at(1) });

    expect(transitionCall(answered, { type: 'refused', reason: 'busy', at: at(2) })).toBe(answered);
    expect(transitionCall(answered, { type: 'rang' })).toBe(answered);
  });
});
