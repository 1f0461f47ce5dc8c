import {
  agentIdSchema,
  callIdSchema,
  clientIdSchema,
  handoffIdSchema,
  legIdSchema,
} from '../../backend/contract/ids.ts';
import type { CarrierCommand, NewLegCommand } from '../../backend/telephony/carrier-command.ts';
import type { TwilioAccount } from '../../backend/telephony/twilio/twilio-client.ts';

export const account: TwilioAccount = {
  accountSid: `AC${'a'.repeat(32)}`,
  apiKeySid: `SK${'b'.repeat(32)}`,
  apiKeySecret: 'the-secret-of-the-key',
  appSid: `AP${'c'.repeat(32)}`,
  number: '+815000000001',
};

export const publicUrl = 'https://calls.example.com';
export const callId = callIdSchema.parse(`call_${'1'.repeat(20)}`);
export const legId = legIdSchema.parse(`leg_${'2'.repeat(20)}`);
export const conferenceRef = `CF${'d'.repeat(32)}`;
export const legRef = `CA${'e'.repeat(32)}`;

const newLeg = { callId, legId, conferenceName: 'p8Yx_-0Z', record: false };
const leg = { legId, conferenceRef, legRef };

export const dialCustomer = {
  type: 'dial-customer',
  ...newLeg,
  label: 'customer',
  to: '+81312345678',
} as const satisfies CarrierCommand;

export const addAi = { type: 'add-ai', ...newLeg, label: 'ai-1' } as const satisfies CarrierCommand;

export const ringSoftphone = {
  type: 'ring-softphone',
  ...newLeg,
  label: `agent-${legId}`,
  agentId: agentIdSchema.parse('Kx1'),
  clientId: clientIdSchema.parse('0d3f1c52-9f0b-4b6c-8a53-1f2f3a4b5c6d'),
  handoffId: handoffIdSchema.parse(`handoff_${'3'.repeat(20)}`),
  muted: true,
  role: 'agent',
} as const satisfies CarrierCommand;

export const newLegs: readonly NewLegCommand[] = [dialCustomer, addAi, ringSoftphone];

export const muteLeg = { type: 'mute-leg', ...leg, muted: false } as const satisfies CarrierCommand;
export const holdLeg = { type: 'hold-leg', ...leg, onHold: true } as const satisfies CarrierCommand;
export const announce = {
  type: 'announce',
  ...leg,
  text: '担当者に代わります。',
} as const satisfies CarrierCommand;
export const takeLeave = {
  type: 'take-leave',
  ...leg,
  text: 'お声が聞こえません。',
} as const satisfies CarrierCommand;
export const removeLeg = { type: 'remove-leg', ...leg } as const satisfies CarrierCommand;
export const transcribe = {
  type: 'transcribe',
  ...leg,
  callId,
  tracks: 'both',
} as const satisfies CarrierCommand;
export const transcribeCustomer = { ...transcribe, tracks: 'customer' } as const satisfies CarrierCommand;
export const stopTranscribing = {
  type: 'stop-transcribing',
  ...leg,
  tracks: 'customer',
} as const satisfies CarrierCommand;
export const endConference = { type: 'end-conference', conferenceRef } as const satisfies CarrierCommand;
export const hangUp = { type: 'hang-up', legId, legRef } as const satisfies CarrierCommand;

const ringTelephone = {
  type: 'ring-telephone',
  ...newLeg,
  label: `agent-${legId}`,
  to: '+819012345678',
  askedAt: '2026-11-24T01:00:00.400Z',
} as const satisfies CarrierCommand;
const dismissTelephone = {
  type: 'dismiss-telephone',
  legId,
  legRef,
  text: '失礼いたします。',
} as const satisfies CarrierCommand;
const supervise = {
  type: 'supervise-leg',
  ...leg,
  heardBy: { type: 'nobody' },
} as const satisfies CarrierCommand;

/** One of each. */
export const commands: readonly CarrierCommand[] = [
  ...newLegs,
  muteLeg,
  holdLeg,
  { ...holdLeg, onHold: false },
  announce,
  takeLeave,
  removeLeg,
  transcribeCustomer,
  stopTranscribing,
  transcribe,
  endConference,
  hangUp,
  ringTelephone,
  dismissTelephone,
  supervise,
  { ...supervise, heardBy: { type: 'everybody' } },
  { ...supervise, heardBy: { type: 'one', legRef: `CA${'6'.repeat(32)}` } },
];
