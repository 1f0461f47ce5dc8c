import { z } from 'zod';
import {
  type ClientId,
  callIdSchema,
  clientIdSchema,
  handoffIdSchema,
  legIdSchema,
} from '../../../backend/contract/ids.ts';
import type { LegParameters } from '../../platform/voice-device-port.ts';
import type { Line } from './softphone-machine.ts';

/** What the server writes on the invitation of an agent's leg. */
const invitationSchema = z.object({
  clientId: clientIdSchema,
  callId: callIdSchema,
  legId: legIdSchema,
  handoffId: handoffIdSchema.optional(),
});

/** The same of a test call. */
const testSchema = z.object({ clientId: clientIdSchema, testCallId: z.uuid() });

/** Null for a leg that another window of the same agent has to answer. */
export function invitedLine(parameters: LegParameters, clientId: ClientId): Line | null {
  const invitation = invitationSchema.safeParse(parameters);
  if (!invitation.success || invitation.data.clientId !== clientId) return null;
  const { callId, legId, handoffId } = invitation.data;
  return { callId, legId, handoffId: handoffId ?? null };
}

/** Whether it is a test call to this window. */
export function isTestCall(parameters: LegParameters, clientId: ClientId): boolean {
  const test = testSchema.safeParse(parameters);
  return test.success && test.data.clientId === clientId;
}
