import { createTranscribedSpeech } from '../calls/transcribed-speech.ts';
import { createEarlyStandby } from '../conversation/early-standby-service.ts';
import { viewLastHandoff } from '../handoff/handoff-view.ts';
import type { EventHub } from '../realtime/event-hub.ts';
import type { RecordingCourse } from '../recordings/recording-course.ts';
import type { SupervisionService } from '../supervision/supervision-service.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import { type CallDomain, createCallDomain } from './call-domain.ts';
import {
  type ConversationDomain,
  type ConversationDomainOptions,
  createConversationDomain,
} from './conversation-domain.ts';
import { type HandoffDomainOptions, handoffViewsOf } from './handoff-course.ts';
import { createHandoffDomain, type HandoffDomain } from './handoff-domain.ts';
import { recordingCourseOf } from './recordings.ts';
import { createSupervision } from './supervision.ts';

interface CallFlowOptions extends ConversationDomainOptions, HandoffDomainOptions {
  readonly hub: EventHub;
}

interface Domains {
  readonly calls: CallDomain;
  readonly conversation: ConversationDomain;
  readonly handoff: HandoffDomain;
  readonly recordingCourse: RecordingCourse;
}

export interface CallFlow extends CallDomain, HandoffDomain {
  readonly consider: ConversationDomain['consider'];
  readonly supervision: SupervisionService;
  readonly recordingCourse: RecordingCourse;
  readonly carrierEvents: CarrierEvents;
}

/** Calls, conversation and handoff, each on what is below it, and together what the carrier tells. */
export function createCallFlow(options: CallFlowOptions): CallFlow {
  const views = handoffViewsOf(options);
  const calls = createCallDomain(options, (callId) => viewLastHandoff(callId, views));
  const conversation = createConversationDomain(options, calls);
  const handoff = createHandoffDomain(options, { calls, conversation, views });
  const supervision = createSupervision(options, calls, handoff);
  const recordingCourse = recordingCourseOf(options, calls);
  const carrierEvents = carrierEventsOf(options, { calls, conversation, handoff, recordingCourse });
  return {
    ...calls,
    ...handoff,
    supervision,
    consider: conversation.consider,
    recordingCourse,
    carrierEvents,
  };
}

/** Which domain takes in what the carrier tells. */
function carrierEventsOf(
  { database, stores, hub, settingsFor }: CallFlowOptions,
  { calls: { publisher, legEvents, callReceived }, conversation, handoff, recordingCourse }: Domains,
): CarrierEvents {
  const { calls, legs, transcript } = stores;
  const { conversations, unfinished } = conversation;
  const { aiStarted, aiHeard, aiFinished } = handoff.aiCallFlow;
  const {
    legRinging,
    legAnswered,
    legEnded,
    legJoined,
    legLeft,
    conferenceEntered,
    conferenceStarted,
    conferenceEnded,
  } = legEvents;
  const hearEarly = createEarlyStandby({
    database,
    conversations: stores.conversations,
    calls,
    settingsFor,
    prepare: (callId, reason) =>
      handoff.requests.request(callId, { urgency: 'prepare', reason, floorFree: false }),
  });
  return {
    callReceived,
    legRinging,
    legAnswered,
    legEnded,
    legJoined,
    legLeft,
    conferenceEntered,
    conferenceStarted,
    conferenceEnded,
    ...handoff.telephoneOffers,
    aiStarted,
    aiHeard,
    aiFinished,
    aiInterrupted: conversation.interrupted,
    hintsOf: conversation.hintsOf,
    partialHeard(callId, text, round) {
      hearEarly(callId, text, round);
      if (!unfinished.guess(callId, text, round)) return;
      hub.sendPartial({ callId, speaker: 'customer', text }, publisher.audience(callId));
    },
    transcribed: createTranscribedSpeech({
      calls,
      legs,
      transcript,
      publisher,
      sendPartial: (partial) => hub.sendPartial(partial, publisher.audience(partial.callId)),
      toAi: unfinished.overhear,
    }),
    machineDetected: (callId, at) => conversations.notice(callId, 'machine-detected', at),
    recordingChanged: recordingCourse.told,
  };
}
