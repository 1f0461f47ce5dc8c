import type { CallEnding } from '../calls/call-ending.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { LegStore } from '../calls/leg-store.ts';
import type { TranscriptStore } from '../calls/transcript-store.ts';
import type { HandoffReason } from '../contract/handoffs.ts';
import type { CallId } from '../contract/ids.ts';
import type { AiInstruction, AiLeg, Heard } from '../telephony/carrier-events.ts';
import { instructionFor, listenQuietly, playedFor, sayAgain } from './ai-instruction.ts';
import { summarise } from './brief.ts';
import { type PhaseEvent, transitionPhase } from './conversation-phase.ts';
import { initialState, stageOf } from './conversation-state.ts';
import type { Conversation, ConversationStore, Phase } from './conversation-store.ts';
import { brokenOff, type Hearing, joined, nextRound } from './hearing.ts';
import { turn } from './turn.ts';
import type { Notice, TurnInput } from './turn-input.ts';
import type { TurnResult } from './turn-result.ts';
import type { TurnSettings } from './turn-settings.ts';
import { unanswered } from './unanswered-words.ts';
import type { UnfinishedTurns } from './unfinished-turns.ts';

interface ConversationServiceOptions {
  readonly conversations: ConversationStore;
  readonly calls: CallStore;
  readonly legs: LegStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly ending: CallEnding;
  readonly unfinished: Pick<UnfinishedTurns, 'hearLate'>;
  readonly settingsFor: (call: CallRow) => TurnSettings;
  /** Said every ten seconds to a customer who waits for a human. */
  readonly waitingWord: (call: CallRow) => string;
}

/** What the AI's leg does next, and the human the AI wants, if it wants one now. */
export interface AiStep {
  readonly instruction: AiInstruction;
  readonly wants: { readonly urgency: 'prepare' | 'connect'; readonly reason: HandoffReason } | null;
}

export interface ConversationService {
  /** What the AI's leg does next, whatever it did before. */
  next(leg: AiLeg): AiStep;
  /** The same for a leg that has just begun, also in place of one that broke: what nobody may have heard is said again. */
  resume(leg: AiLeg): AiStep;
  hear(leg: AiLeg, round: number, heard: Heard): AiStep;
  /** The customer hears this from us beside the dialogue. */
  announced(callId: CallId, text: string, at: Date): void;
  phase(callId: CallId): Phase | null;
  /** Moves the phase by its machine. */
  advance(callId: CallId, event: PhaseEvent): void;
  /** Tells the engine something that has no answer. */
  notice(callId: CallId, notice: Notice, at: Date): void;
}

/** A receptionist says the company's name first: this long the AI waits for it (design 5.2). */
const firstWordMs = 2_000;
/** Rounds of listening before the dialogue: short, so that the AI is never late by more than this. */
const quietRoundSeconds = 1;
const waitRoundSeconds = 10;
/** Of words that come without a figure for it. */
const unknownConfidence = 0;

/** The shell around the pure engine: loads the state, takes the turn, stores what came of it. */
export function createConversationService(options: ConversationServiceOptions): ConversationService {
  const { conversations, calls, legs, transcript, publisher, ending } = options;

  function next(leg: AiLeg): AiStep {
    const call = calls.find(leg.callId);
    if (call === null || isOver(call.status)) return only({ type: 'leave' });
    const conversation = conversations.find(call.id) ?? fresh(call.id);
    switch (conversation.phase) {
      case 'talking':
        return listenAgain(call, conversation);
      case 'handing-over':
      case 'waiting':
        return wait(call, conversation, leg.at);
      case 'recovering':
        return take(call, conversation, { type: 'notice', notice: 'handoff-failed', at: leg.at });
      case 'ending':
        ending.end(call.id, { type: 'ai-closed' });
        return only({ type: 'leave' });
      case 'frozen':
        return only({ type: 'leave' });
    }
  }

  function resume(leg: AiLeg): AiStep {
    const call = calls.find(leg.callId);
    const conversation = call === null ? null : conversations.find(call.id);
    if (call === null || isOver(call.status) || conversation?.phase !== 'talking') return next(leg);
    const words = unanswered(conversation, transcript.ofCall(call.id));
    if (words === null)
      return listenAgain(call, { ...conversation, hearing: brokenOff(conversation.hearing) });
    const settings = options.settingsFor(call);
    const round = conversation.round + 1;
    conversations.save({ ...conversation, round });
    return only(sayAgain(words, round, conversation.state.language, settings));
  }

  function hear(leg: AiLeg, round: number, heard: Heard): AiStep {
    const call = calls.find(leg.callId);
    const conversation = call === null ? null : conversations.find(call.id);
    const inTime = conversation?.phase === 'talking' && conversation.round === round;
    if (call !== null && isOver(call.status) && heard.type === 'speech') {
      options.unfinished.hearLate(call.id, { ...heard, round, at: leg.at });
    }
    if (call === null || conversation === null || !inTime || isOver(call.status)) return next(leg);
    const input = inputOf(heard, conversation.hearing, leg.at);
    if (input.type === 'silence' && !isMeant(call, leg.at)) return listenAgain(call, conversation);
    return take(call, conversation, input);
  }

  /** Silence means something only once the customer is there and had the time to say a first word. */
  function isMeant(call: CallRow, at: Date): boolean {
    const customer = legs.ofCall(call.id).find((leg) => leg.kind === 'customer');
    return customer?.joinedAt != null && at.getTime() - customer.joinedAt.getTime() >= firstWordMs;
  }

  function take(call: CallRow, conversation: Conversation, input: TurnInput): AiStep {
    const settings = options.settingsFor(call);
    const result = turn(conversation.state, input, settings);
    const round = conversation.round + 1;
    conversations.save({
      callId: call.id,
      state: result.state,
      round,
      phase: transitionPhase(conversation.phase, phaseEventOf(result)),
      hearing: null,
    });
    writeDown(call, input, result);
    if (result.act.type === 'end') return end(call, result, round, settings);
    const wants =
      result.act.type === 'prepare' || result.act.type === 'connect'
        ? { urgency: result.act.type, reason: result.act.reason }
        : null;
    return { instruction: instructionFor(result, round, settings), wants };
  }

  function end(call: CallRow, result: TurnResult, round: number, settings: TurnSettings): AiStep {
    if (result.act.type !== 'end') throw new Error('only an end ends');
    ending.propose(call.id, { result: result.act.result, reason: result.act.reason }, result.act.nextAction);
    if (result.say === null) ending.end(call.id, { type: 'ai-closed' });
    return only(instructionFor(result, round, settings));
  }

  function writeDown(call: CallRow, input: TurnInput, result: TurnResult): void {
    const base = { callId: call.id, agentId: null, at: input.at };
    if (input.type === 'speech') {
      const intent = result.classification?.intent ?? null;
      const { text } = input;
      const confidence = input.confidence === unknownConfidence ? null : input.confidence;
      publisher.said(transcript.append({ ...base, speaker: 'customer', text, confidence, intent }));
    }
    if (result.say !== null) {
      const { text } = result.say;
      publisher.said(transcript.append({ ...base, speaker: 'ai', text, confidence: null, intent: null }));
    }
    const stage = stageOf(result.state);
    // The first draft of the agent's note, whenever and however the call ends.
    calls.update(call.id, { stage, note: summarise(result.state) });
    if (stage !== call.stage) publisher.updated(call.id);
  }

  function listenAgain(call: CallRow, conversation: Conversation): AiStep {
    const round = conversation.round + 1;
    conversations.save({ ...conversation, round, hearing: nextRound(conversation.hearing) });
    const { callee } = options.settingsFor(call);
    return only(listenQuietly(round, quietRoundSeconds, conversation.state.language, callee));
  }

  function wait(call: CallRow, conversation: Conversation, at: Date): AiStep {
    const round = conversation.round + 1;
    const say = conversation.phase === 'waiting' ? options.waitingWord(call) : null;
    conversations.save({ ...conversation, round, hearing: null });
    if (say !== null) announced(call.id, say, at);
    const played = say === null ? {} : playedFor(say, options.settingsFor(call));
    return only({ type: 'wait', round, say, seconds: waitRoundSeconds, ...played });
  }

  function announced(callId: CallId, text: string, at: Date): void {
    const said = { callId, speaker: 'ai', agentId: null, text, confidence: null, intent: null, at } as const;
    publisher.said(transcript.append(said));
  }

  function advance(callId: CallId, event: PhaseEvent): void {
    const conversation = conversations.find(callId) ?? fresh(callId);
    conversations.save({ ...conversation, phase: transitionPhase(conversation.phase, event) });
  }

  return {
    next,
    resume,
    hear,
    announced,
    advance,
    phase: (callId) => conversations.find(callId)?.phase ?? null,
    notice(callId, notice, at) {
      const call = calls.find(callId);
      const conversation = call === null ? null : conversations.find(callId);
      if (call === null || conversation === null || conversation.phase !== 'talking') return;
      const { state } = turn(conversation.state, { type: 'notice', notice, at }, options.settingsFor(call));
      conversations.save({ ...conversation, state });
    },
  };
}

function fresh(callId: CallId): Conversation {
  return { callId, state: initialState(), round: 0, phase: 'talking', hearing: null };
}

/** What was said while the AI could not listen is part of the answer, and with it silence is none. */
function inputOf(heard: Heard, hearing: Hearing | null, at: Date): TurnInput {
  const overheard = hearing?.overheard ?? '';
  if (heard.type === 'speech') return { ...heard, text: joined(overheard, heard.text), at };
  if (heard.type === 'keys' || overheard === '') return { ...heard, at };
  return { type: 'speech', text: overheard, confidence: unknownConfidence, at };
}

function only(instruction: AiInstruction): AiStep {
  return { instruction, wants: null };
}

function phaseEventOf({ act }: TurnResult): PhaseEvent {
  switch (act.type) {
    case 'connect':
      return 'human-announced';
    case 'end':
      return 'good-bye-begun';
    case 'prepare':
    case 'listen':
    case 'hold':
    case 'press':
      return 'dialogue-resumed';
  }
}
