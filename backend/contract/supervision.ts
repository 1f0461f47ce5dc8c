import { z } from 'zod';
import { agentIdSchema, callIdSchema, clientIdSchema, legIdSchema } from './ids.ts';
import { instantSchema } from './vocabulary.ts';

/** `listen`: nobody hears the supervisor · `whisper`: the agent alone does · `barge`: everybody does. */
export const supervisionModeSchema = z.enum(['listen', 'whisper', 'barge']);
export type SupervisionMode = z.infer<typeof supervisionModeSchema>;

/** With `take-over` the supervisor becomes the human of the call, as soon as they are in it. */
export const wantedSupervisionSchema = z.enum([...supervisionModeSchema.options, 'take-over']);
export type WantedSupervision = z.infer<typeof wantedSupervisionSchema>;

/**
 * `left` on purpose · `never-came` · `hung-up` their line is over · `call-ended` · `took-over` they have the call now · `carrier` it could
 * not be made sure who hears them.
 */
export const supervisionEndSchema = z.enum([
  'left',
  'never-came',
  'hung-up',
  'call-ended',
  'took-over',
  'carrier',
]);
export type SupervisionEnd = z.infer<typeof supervisionEndSchema>;

/** An admin who is on an agent's or the AI's call, or on the way to it. */
export const supervisionSchema = z.object({
  callId: callIdSchema,
  legId: legIdSchema,
  supervisor: z.object({ id: agentIdSchema, name: z.string() }),
  state: z.enum(['joining', 'present']),
  /** What is wanted while they are joining, then what they do. */
  mode: wantedSupervisionSchema,
  startedAt: instantSchema,
});
export type Supervision = z.infer<typeof supervisionSchema>;

/** `clientId`: the console whose softphone joins. */
export const startSupervisionSchema = z.object({ mode: wantedSupervisionSchema, clientId: clientIdSchema });
export type StartSupervision = z.infer<typeof startSupervisionSchema>;

export const changeSupervisionSchema = z.object({ mode: wantedSupervisionSchema });

export const supervisionsSchema = z.object({ supervisions: z.array(supervisionSchema) });
