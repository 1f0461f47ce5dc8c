import { createTranscribedSpeech } from '../calls/transcribed-speech.ts';
import { createEarlyStandby } from '../conversation/early-standby-service.ts';
import type { EventHub } from '../realtime/event-hub.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import { type CallDomain, createCallDomain } from './call-domain.ts';
import {
  type ConversationDomain,
  type ConversationDomainOptions,
  createConversationDomain,
} from './conversation-domain.ts';
import { createHandoffDomain, type HandoffDomain, type HandoffDomainOptions } from './handoff-domain.ts';

interface CallFlowOptions extends ConversationDomainOptions, HandoffDomainOptions {
  readonly hub: EventHub;
}

interface Domains {
  readonly calls: CallDomain;
  readonly conversation: ConversationDomain;
  readonly handoff: HandoffDomain;
}

export type CallFlow = ReturnType<typeof createCallFlow>;

/** Calls, conversation and handoff, each on what is below it, and together what the carrier tells. */
export function createCallFlow(options: CallFlowOptions) {
  const calls = createCallDomain(options);
  const conversation = createConversationDomain(options, calls);
  const handoff = createHandoffDomain(options, { calls, conversation });
  return {
    ...calls,
    ...handoff,
    consider: conversation.consider,
    carrierEvents: carrierEventsOf(options, { calls, conversation, handoff }),
  };
}

/** Which domain takes in what the carrier tells. */
function carrierEventsOf(
  { database, stores, hub, settingsFor }: CallFlowOptions,
  { calls, conversation, handoff }: Domains,
): CarrierEvents {
  const { publisher, legEvents } = calls;
  const hearEarly = createEarlyStandby({
    ...stores,
    database,
    settingsFor,
    prepare: (callId, reason) =>
      handoff.requests.request(callId, { urgency: 'prepare', reason, floorFree: false }),
  });
  const { conversations, unfinished } = conversation;
  return {
    ...legEvents,
    ...handoff.aiCallFlow,
    partialHeard(callId, text, round) {
      hearEarly(callId, text, round);
      if (!unfinished.guess(callId, text, round)) return;
      hub.sendPartial({ callId, speaker: 'customer', text }, publisher.audience(callId));
    },
    transcribed: createTranscribedSpeech({
      ...stores,
      publisher,
      sendPartial: (partial) => hub.sendPartial(partial, publisher.audience(partial.callId)),
      toAi: unfinished.overhear,
    }),
    machineDetected: (callId, at) => conversations.notice(callId, 'machine-detected', at),
    recordingChanged: stores.recordings.save,
  };
}
