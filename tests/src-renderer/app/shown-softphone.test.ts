import { describe, expect, it } from 'vitest';
import { handoffIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import { shownSoftphone } from '../../../src-renderer/app/shown-softphone.ts';
import type { OnCall, SoftphoneState } from '../../../src-renderer/features/softphone/softphone-machine.ts';
import { callId, idOf } from '../support/samples.ts';

const line = {
  callId,
  legId: legIdSchema.parse(idOf('leg', 1)),
  handoffId: handoffIdSchema.parse(idOf('handoff', 1)),
};
const onCall: OnCall = {
  phase: 'on-call',
  line,
  muted: true,
  troubles: [],
  startedAt: new Date('2026-11-02T01:00:00Z'),
};

describe('shownSoftphone', () => {
  it.each<SoftphoneState>([onCall, { ...onCall, phase: 'line-interrupted' }])(
    'is on a call, muted as chosen, while $phase',
    (state) => {
      expect(shownSoftphone(state)).toEqual({ kind: 'on-call', muted: true });
    },
  );

  it('is on a call as soon as its leg is being answered', () => {
    expect(shownSoftphone({ phase: 'connecting', line })).toEqual({ kind: 'on-call', muted: false });
  });

  it.each<SoftphoneState>([
    { phase: 'off' },
    { phase: 'registering' },
    { phase: 'ready' },
    { phase: 'testing' },
    { phase: 'reconnecting' },
    { phase: 'failed', reason: 'carrier-unreachable' },
  ])('is idle without a line: $phase', (state) => {
    expect(shownSoftphone(state)).toEqual({ kind: 'idle' });
  });
});
