import { z } from 'zod';
import * as agents from '../contract/agents.ts';
import * as calls from '../contract/calls.ts';
import { customerSchema, customerStatusSchema } from '../contract/customers.ts';
import { errorBodySchema, errorCodeSchema } from '../contract/errors.ts';
import * as handoffs from '../contract/handoffs.ts';
import * as ids from '../contract/ids.ts';
import { sessionSchema } from '../contract/session.ts';
import * as vocabulary from '../contract/vocabulary.ts';

/** What the API document describes once, under a name, instead of wherever it is used. */
const named = {
  AgentId: { schema: ids.agentIdSchema },
  AgentProfile: { schema: agents.agentProfileSchema },
  AgentSettings: { schema: agents.agentSettingsSchema },
  AgentStatus: {
    schema: agents.agentStatusSchema,
    description: 'What the server knows of an agent’s availability; never what a client claims.',
  },
  BusyReason: { schema: vocabulary.busyReasonSchema },
  CallId: { schema: ids.callIdSchema, examples: ['call_0mk2v9q4c1b7x5t8z3wd'] },
  CallRecord: {
    schema: calls.callRecordSchema,
    description: 'A call with everything that was said and every handoff that was tried.',
  },
  CallResult: { schema: vocabulary.callResultSchema, description: '成功, 不在, 拒否, 要フォロー, 失敗' },
  CallSession: { schema: calls.callSessionSchema, description: 'One conversation with a customer.' },
  CallStatus: { schema: vocabulary.callStatusSchema },
  ClientId: {
    schema: ids.clientIdSchema,
    description: 'One running copy of the console, as it named itself on its WebSocket.',
  },
  ConversationSettings: {
    schema: agents.conversationSettingsSchema,
    description: 'What the AI says of the team when it speaks for this agent.',
  },
  Customer: { schema: customerSchema },
  CustomerId: { schema: ids.customerIdSchema, examples: ['customer_0mk2v9q4c1b7x5t8z3wd'] },
  CustomerStatus: { schema: customerStatusSchema },
  ErrorBody: { schema: errorBodySchema, description: 'Every refusal. `fields` comes with `invalid-input`.' },
  ErrorCode: { schema: errorCodeSchema },
  Handoff: { schema: handoffs.handoffSchema, description: 'A human is brought into the call.' },
  HandoffId: { schema: ids.handoffIdSchema, examples: ['handoff_0mk2v9q4c1b7x5t8z3wd'] },
  HandoffReason: { schema: handoffs.handoffReasonSchema, description: 'Why a human is wanted.' },
  Instant: {
    schema: vocabulary.instantSchema,
    description: 'ISO 8601 in UTC.',
    examples: ['2026-11-24T01:00:00.000Z'],
    // It repeats the format, at great length.
    pattern: undefined,
  },
  Intent: { schema: vocabulary.intentSchema, description: 'The class of what the customer said.' },
  LegId: { schema: ids.legIdSchema, examples: ['leg_0mk2v9q4c1b7x5t8z3wd'] },
  NextAction: {
    schema: calls.nextActionSchema,
    description: 'What is to happen after the call; `at` is null when no time was named.',
  },
  Offer: { schema: handoffs.offerSchema, description: 'All that an agent needs to decide within seconds.' },
  OfferId: { schema: ids.offerIdSchema, examples: ['offer_0mk2v9q4c1b7x5t8z3wd'] },
  Participant: { schema: calls.participantSchema },
  PhoneNumber: { schema: agents.phoneNumberSchema, description: 'E.164', examples: ['+81312345678'] },
  Presence: { schema: vocabulary.presenceSchema },
  Reachability: {
    schema: vocabulary.reachabilitySchema,
    description: 'How an agent can be brought into a call now.',
  },
  ResultReason: { schema: vocabulary.resultReasonSchema, description: 'Why a call has the result it has.' },
  Role: { schema: vocabulary.roleSchema },
  Session: { schema: sessionSchema },
  Speaker: { schema: vocabulary.speakerSchema },
  Stage: { schema: vocabulary.stageSchema, description: 'Where the dialogue stands.' },
  Turn: { schema: calls.turnSchema, description: 'What one side said, once.' },
  WorkingHours: {
    schema: agents.workingHoursSchema,
    description:
      'Minutes after midnight in the agent’s zone, for each weekday from Monday; null is a day off.',
  },
} as const satisfies Record<string, { readonly schema: z.ZodType; readonly [more: string]: unknown }>;

/** To be called before a document is made; calling it again changes nothing. */
export function nameSchemas(): void {
  for (const [id, { schema, ...more }] of Object.entries(named))
    z.globalRegistry.add(schema, { id, ...more });
}
