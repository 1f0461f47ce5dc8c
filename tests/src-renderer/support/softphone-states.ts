import { callIdSchema, handoffIdSchema, legIdSchema } from '../../../backend/contract/ids.ts';
import type {
  Line,
  OnCall,
  SoftphoneState,
} from '../../../src-renderer/features/softphone/softphone-machine.ts';

export const line: Line = {
  callId: callIdSchema.parse(`call_${'0'.repeat(20)}`),
  legId: legIdSchema.parse(`leg_${'0'.repeat(20)}`),
  handoffId: handoffIdSchema.parse(`handoff_${'0'.repeat(20)}`),
};
export const startedAt = new Date('2026-11-02T01:00:00Z');
export const onCall: OnCall = { phase: 'on-call', line, muted: false, troubles: [], startedAt };
export const interrupted: SoftphoneState = { ...onCall, phase: 'line-interrupted' };
export const idle: SoftphoneState = { phase: 'reconnecting' };

export const reachable = { type: 'report-registration', registered: true };
export const unreachable = { type: 'report-registration', registered: false };
export const reopen = [unreachable, { type: 'close-device' }, { type: 'open-device' }];
