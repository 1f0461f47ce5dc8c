import { describe, expect, it } from 'vitest';
import { agentIdSchema, callIdSchema, legIdSchema } from '../../../../backend/contract/ids.ts';
import { barStatus } from '../../../../src-renderer/features/softphone/bar-status.ts';
import type { OnCall } from '../../../../src-renderer/features/softphone/softphone-machine.ts';
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

describe('barStatus', () => {
  it('times the call while the agent talks, and the hold while the customer waits', () => {
    const held = { ...talking, heldSince };

    expect(barStatus(onCall, connected, talking)).toMatchObject({
      word: 'on-call',
      clock: { of: 'call', since: startedAt },
    });
    expect(barStatus(onCall, connected, held)).toMatchObject({
      word: 'held',
      clock: { of: 'hold', since: heldSince },
    });
  });

  it('times nothing before the customer has answered', () => {
    const ringing = sampleCall(1, { status: 'ringing' });

    expect(barStatus(onCall, ringing, { type: 'none' })).toMatchObject({ word: 'dialling', clock: null });
  });

  it('says on standby that nobody hears the agent, whatever else is', () => {
    const standby = sampleCall(1, { status: 'transferring', handoff: sampleHandoff({ status: 'standby' }) });

    expect(barStatus({ ...onCall, muted: true }, standby, { type: 'none' })).toMatchObject({
      word: 'listening',
      clock: { of: 'standby' },
    });
  });

  it('never leaves out that the agent is muted, or that the customer is on hold', () => {
    const muted = { ...onCall, muted: true };
    const consulting = { type: 'consulting', name: '鈴木', heldSince } as const;

    expect(barStatus(muted, connected, talking)).toMatchObject({ word: 'muted', alsoMuted: false });
    expect(barStatus(muted, connected, consulting)).toMatchObject({
      word: 'consulting',
      name: '鈴木',
      alsoHeld: true,
      alsoMuted: true,
    });
    expect(barStatus(muted, connected, { ...talking, companions: ['鈴木', '田中'] })).toMatchObject({
      word: 'muted',
    });
  });

  it('names everybody who talks with the customer, too', () => {
    expect(barStatus(onCall, connected, { ...talking, companions: ['鈴木', '田中'] })).toMatchObject({
      word: 'together',
      name: '鈴木・田中',
    });
  });

  it('says why a transfer came to nothing for as long as the customer waits', () => {
    const failed = { how: 'declined', name: '鈴木' } as const;

    expect(barStatus(onCall, connected, { ...talking, heldSince, failed })).toMatchObject({
      word: 'declined',
      name: '鈴木',
      alsoHeld: true,
    });
  });
});
