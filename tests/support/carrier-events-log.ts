import type {
  AiInstruction,
  CarrierEvents,
  Reception,
  TelephoneInstruction,
} from '../../backend/telephony/carrier-events.ts';

type EventName = keyof CarrierEvents;

/** The domains' side of the webhooks: writes down what it is told, and lets the AI do what `instruct` says. */
export interface CarrierEventsLog extends CarrierEvents {
  readonly told: readonly (readonly [EventName, ...unknown[]])[];
  /** By the round that is over; 0 at the start. */
  instruct: (round: number) => AiInstruction;
  instructTelephone: () => TelephoneInstruction;
  /** What becomes of a call that comes in. */
  reception: Reception;
  /** What `hintsOf` gives. */
  hints: readonly string[];
  /** Thrown by whatever is told next; null again afterwards. */
  failure: Error | null;
}

export function createCarrierEventsLog(): CarrierEventsLog {
  const told: [EventName, ...unknown[]][] = [];

  function tell(name: EventName, ...details: unknown[]): void {
    told.push([name, ...details]);
    const { failure } = log;
    log.failure = null;
    if (failure !== null) throw failure;
  }

  const log: CarrierEventsLog = {
    told,
    instruct: () => ({ type: 'leave' }),
    instructTelephone: () => ({ type: 'hang-up', say: '失礼いたします。', language: 'ja-JP' }),
    reception: { type: 'nobody-to-speak-for' },
    hints: [],
    failure: null,
    hintsOf: () => log.hints,
    aiStarted(leg) {
      tell('aiStarted', leg);
      return log.instruct(0);
    },
    aiHeard(leg, round, heard) {
      tell('aiHeard', leg, round, heard);
      return log.instruct(round);
    },
    aiFinished(leg, round) {
      tell('aiFinished', leg, round);
      return log.instruct(round);
    },
    aiInterrupted: (leg, round, heard) => tell('aiInterrupted', leg, round, heard),
    partialHeard: (callId, text, round) => tell('partialHeard', callId, text, round),
    legRinging: (leg) => tell('legRinging', leg),
    legAnswered: (leg) => tell('legAnswered', leg),
    legEnded: (leg) => tell('legEnded', leg),
    legJoined: (leg) => tell('legJoined', leg),
    legLeft: (leg) => tell('legLeft', leg),
    conferenceEntered: (callId) => tell('conferenceEntered', callId),
    conferenceStarted: (callId, conferenceRef) => tell('conferenceStarted', callId, conferenceRef),
    callReceived: (received) => {
      tell('callReceived', received);
      return log.reception;
    },
    telephoneAnswered: (leg) => {
      tell('telephoneAnswered', leg);
      return log.instructTelephone();
    },
    telephoneKeyPressed: (leg, key) => {
      tell('telephoneKeyPressed', leg, key);
      return log.instructTelephone();
    },
    conferenceEnded: (callId, at) => tell('conferenceEnded', callId, at),
    transcribed: (said) => tell('transcribed', said),
    machineDetected: (callId, at) => tell('machineDetected', callId, at),
    recordingChanged: (recording) => tell('recordingChanged', recording),
  };
  return log;
}
