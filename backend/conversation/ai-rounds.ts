import { presentSince } from '../calls/arrivals.ts';
import type { CallEnding } from '../calls/call-ending.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { TranscriptStore } from '../calls/transcript-store.ts';
import type { AiLeg, Heard } from '../telephony/carrier-events.ts';
import { type AiStep, only } from './ai-step.ts';
import { type Conversation, type ConversationStore, freshConversation } from './conversation-store.ts';
import { brokenOff, type Hearing, joined, unknownConfidence } from './hearing.ts';
import type { QuietRounds } from './quiet-rounds.ts';
import type { TurnInput } from './turn-input.ts';
import type { TakeTurn } from './turn-taking.ts';
import { unanswered } from './unanswered-words.ts';
import type { UnfinishedTurns } from './unfinished-turns.ts';

export interface AiRoundsOptions {
  readonly conversations: ConversationStore;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly transcript: TranscriptStore;
  readonly ending: CallEnding;
  readonly unfinished: Pick<UnfinishedTurns, 'hearLate'>;
  readonly quiet: QuietRounds;
  readonly take: TakeTurn;
}

/** What the AI's leg does, round by round. */
export interface AiRounds {
  /** What the AI's leg does next, whatever it did before. */
  next(leg: AiLeg): AiStep;
  /** The same for a leg that has just begun, also in place of one that broke: what nobody may have heard is said again. */
  resume(leg: AiLeg): AiStep;
  hear(leg: AiLeg, round: number, heard: Heard): AiStep;
}

/** A receptionist says the company's name first: this long the AI waits for it. */
const firstWordMs = 2_000;

export function createAiRounds(options: AiRoundsOptions): AiRounds {
  const { conversations, calls, transcript, quiet, take } = options;

  function next(leg: AiLeg): AiStep {
    const call = calls.find(leg.callId);
    if (call === null || isOver(call.status)) return only({ type: 'leave' });
    return step(options, call, conversations.find(call.id) ?? freshConversation(call.id), leg.at);
  }

  return {
    next,
    resume(leg) {
      const call = calls.find(leg.callId);
      const conversation = call === null ? null : conversations.find(call.id);
      if (call === null || isOver(call.status) || conversation?.phase !== 'talking') return next(leg);
      const words = unanswered(conversation, transcript.ofCall(call.id));
      return words === null
        ? quiet.listenAgain(call, { ...conversation, hearing: brokenOff(conversation.hearing) })
        : quiet.repeat(call, conversation, words);
    },
    hear(leg, round, heard) {
      const call = calls.find(leg.callId);
      const conversation = call === null ? null : conversations.find(call.id);
      const inTime = conversation?.phase === 'talking' && conversation.round === round;
      if (call !== null && isOver(call.status) && heard.type === 'speech') {
        options.unfinished.hearLate(call.id, { ...heard, round, at: leg.at });
      }
      if (call === null || conversation === null || !inTime || isOver(call.status)) return next(leg);
      const input = inputOf(heard, conversation.hearing, leg.at);
      const meansNothing = input.type === 'silence' && !mayBeSilence(options.legs, call, leg.at);
      return meansNothing ? quiet.listenAgain(call, conversation) : take(call, conversation, input);
    },
  };
}

/** What a leg does in a call that goes on, by the phase of its dialogue. */
function step(
  { quiet, take, ending, legs }: AiRoundsOptions,
  call: CallRow,
  conversation: Conversation,
  at: Date,
): AiStep {
  switch (conversation.phase) {
    case 'talking':
      return mayBeGreeted(legs, call, conversation, at)
        ? take(call, conversation, { type: 'silence', at })
        : quiet.listenAgain(call, conversation);
    case 'handing-over':
    case 'waiting':
      return quiet.wait(call, conversation, at);
    case 'recovering':
      return take(call, conversation, { type: 'notice', notice: 'handoff-failed', at });
    case 'ending':
      ending.end(call.id, { type: 'ai-closed' });
      return only({ type: 'leave' });
    case 'frozen':
      return only({ type: 'leave' });
  }
}

/** Who rings us waits for our first word. */
function mayBeGreeted(legs: LegStore, call: CallRow, { state }: Conversation, at: Date): boolean {
  return call.direction === 'inbound' && !state.introduced && isThere(legs, call, at);
}

/** Silence means something only once the customer is there and, where we called, had the time to say a first word. */
function mayBeSilence(legs: LegStore, call: CallRow, at: Date): boolean {
  const firstWordBefore = call.direction === 'inbound' ? at : new Date(at.getTime() - firstWordMs);
  return isThere(legs, call, firstWordBefore);
}

function isThere(legs: LegStore, call: CallRow, at: Date): boolean {
  const customer = legs.ofCall(call.id).find((leg) => leg.kind === 'customer');
  const since = customer === undefined ? null : presentSince(customer);
  return since !== null && since <= at;
}

/** What was said while the AI could not listen is part of the answer, and with it silence is none. */
function inputOf(heard: Heard, hearing: Hearing | null, at: Date): TurnInput {
  const overheard = hearing?.overheard ?? '';
  if (heard.type === 'speech') return { ...heard, text: joined(overheard, heard.text), at };
  if (heard.type === 'keys' || overheard === '') return { ...heard, at };
  return { type: 'speech', text: overheard, confidence: unknownConfidence, at };
}
