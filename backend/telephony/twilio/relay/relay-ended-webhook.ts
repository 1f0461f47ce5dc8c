import { z } from 'zod';
import { callIdSchema, legIdSchema } from '../../../contract/ids.ts';
import type { Log } from '../../../kernel/log.ts';
import type { AiInstruction, AiLeg, CarrierEvents } from '../../carrier-events.ts';
import type { TwimlWriter } from '../twiml.ts';
import type { Webhook } from '../webhook.ts';
import { readHandoffData } from './relay-frames.ts';
import { relayEndedKey } from './relay-receipts.ts';

interface RelayEndedOptions {
  readonly events: Pick<CarrierEvents, 'aiStarted' | 'aiFinished'>;
  readonly twiml: TwimlWriter;
  readonly log: Log;
}

const endedSchema = z.object({
  callId: callIdSchema,
  legId: legIdSchema,
  CallSid: z.string(),
  /** `completed`: with the leg's call, so that nobody hears what is answered. */
  SessionStatus: z.enum(['ended', 'completed', 'failed']).catch('failed'),
  HandoffData: z.string().default(''),
  ErrorCode: z.string().default(''),
});
type Ended = z.infer<typeof endedSchema>;

/**
 * The `action` of `<Connect>`. Where we ended the session ourselves it goes on as the `<Redirect>` after a `<Say>` does; where it broke
 * (39001, 64102, 64105, 64107, or no word of ours) the conversation goes on with `<Gather>`, from what is stored of it.
 */
export function relayEndedWebhook({ events, twiml, log }: RelayEndedOptions): Webhook<Ended> {
  function goOn(input: Ended, leg: AiLeg): AiInstruction {
    if (input.SessionStatus === 'completed') return { type: 'leave' };
    const spoken = readHandoffData(input.HandoffData);
    if (spoken !== null) return events.aiFinished(leg, spoken);
    log.warn(
      { callId: leg.callId, code: input.ErrorCode },
      'a ConversationRelay session broke; a Gather goes on',
    );
    return events.aiStarted(leg);
  }

  return {
    schema: endedSchema,
    key: ({ legId }) => relayEndedKey(legId),
    answer(input, at) {
      const { callId, legId, CallSid: legRef } = input;
      return twiml.instruction(input, goOn(input, { callId, legId, legRef, at }));
    },
  };
}
