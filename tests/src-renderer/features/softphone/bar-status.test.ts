import { describe, expect, it } from 'vitest';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { agentIdSchema, callIdSchema, legIdSchema } from '../../../../backend/contract/ids.ts';
import { type BarSituation, barStatus } from '../../../../src-renderer/features/softphone/bar-status.ts';
import type {
  OnCall,
  SoftphoneState,
} from '../../../../src-renderer/features/softphone/softphone-machine.ts';
import type { TransferView } from '../../../../src-renderer/features/softphone/transfer-view.ts';
import { idOf, sampleCall, sampleHandoff } from '../../support/samples.ts';

const startedAt = new Date('2026-11-20T01:02:00.000Z');
const heldSince = '2026-11-20T01:03:00.000Z';
const line = {
  callId: callIdSchema.parse(idOf('call', 1)),
  legId: legIdSchema.parse(idOf('leg', 1)),
  handoffId: null,
};
const onCall: OnCall = { phase: 'on-call', line, muted: false, troubles: [], startedAt };
const talking = {
  type: 'talking',
  me: agentIdSchema.parse('misaki'),
  heldSince: null,
  companions: [],
  failed: null,
} as const satisfies TransferView;
const connected = sampleCall(1, { status: 'human-connected' });

function of(state: SoftphoneState, call: CallSession | null, view: TransferView): BarSituation {
  return { state, call, view, supervising: false, engagedElsewhere: false, connectionLost: false };
}

describe('barStatus', () => {
  it('times the call while the agent talks, and the hold while the customer waits', () => {
    const held = { ...talking, heldSince };

    expect(barStatus(of(onCall, connected, talking))).toMatchObject({
      word: 'on-call',
      clock: { of: 'call', since: connected.answeredAt },
    });
    expect(barStatus(of(onCall, connected, held))).toMatchObject({
      word: 'held',
      clock: { of: 'hold', since: heldSince },
    });
  });

  it('times nothing before the customer has answered', () => {
    const ringing = sampleCall(1, { status: 'ringing' });

    expect(barStatus(of(onCall, ringing, { type: 'none' }))).toMatchObject({ word: 'dialling', clock: null });
  });

  it('says that the admin listens while the agent of the call stands by', () => {
    const standby = sampleCall(1, { status: 'transferring', handoff: sampleHandoff({ status: 'standby' }) });

    const bar = barStatus({ ...of(onCall, standby, { type: 'none' }), supervising: true });

    expect(bar).toMatchObject({ word: 'supervising', clock: { of: 'call' } });
  });

  it('says on standby that nobody hears the agent, whatever else is', () => {
    const standby = sampleCall(1, { status: 'transferring', handoff: sampleHandoff({ status: 'standby' }) });

    expect(barStatus(of({ ...onCall, muted: true }, standby, { type: 'none' }))).toMatchObject({
      word: 'listening',
      clock: { of: 'standby' },
    });
  });

  it('never leaves out that the agent is muted, or that the customer is on hold', () => {
    const muted = { ...onCall, muted: true };
    const consulting = { type: 'consulting', name: '鈴木', heldSince } as const;

    expect(barStatus(of(muted, connected, talking))).toMatchObject({ word: 'muted', alsoMuted: false });
    expect(barStatus(of(muted, connected, consulting))).toMatchObject({
      word: 'consulting',
      name: '鈴木',
      clock: { of: 'hold' },
      alsoMuted: true,
    });
    expect(barStatus(of(muted, connected, { ...talking, companions: ['鈴木', '田中'] }))).toMatchObject({
      word: 'muted',
    });
  });

  it('names everybody who talks with the customer, too', () => {
    expect(barStatus(of(onCall, connected, { ...talking, companions: ['鈴木', '田中'] }))).toMatchObject({
      word: 'together',
      name: '鈴木・田中',
    });
  });

  it('says why a transfer came to nothing for as long as the customer waits', () => {
    const failed = { how: 'declined', name: '鈴木' } as const;

    expect(barStatus(of(onCall, connected, { ...talking, heldSince, failed }))).toMatchObject({
      word: 'declined',
      name: '鈴木',
      clock: { of: 'hold' },
    });
  });

  it('does not call a softphone ready that cannot be rung, or whose agent talks in another window', () => {
    const ready = of({ phase: 'ready' }, null, { type: 'none' });

    expect(barStatus(ready).word).toBe('ready');
    expect(barStatus({ ...ready, engagedElsewhere: true }).word).toBe('elsewhere');
    expect(barStatus({ ...ready, engagedElsewhere: true, connectionLost: true }).word).toBe('cut-off');
  });
});
