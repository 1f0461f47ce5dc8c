import type { CallEnding } from '../calls/call-ending.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { TranscriptStore, TurnRow } from '../calls/transcript-store.ts';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { TranscribedSpeech } from '../telephony/carrier-events.ts';
import { summarise } from './brief.ts';
import { stageOf } from './conversation-state.ts';
import type { Conversation, ConversationStore } from './conversation-store.ts';
import { guessed, type Hearing, isWithin, overheard, unknownConfidence, wordsOf } from './hearing.ts';
import { type OpenDialogue, openDialogue } from './open-dialogue.ts';
import { turn } from './turn.ts';
import type { TurnSettings } from './turn-settings.ts';

interface UnfinishedTurnsOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly conversations: ConversationStore;
  readonly calls: CallStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly ending: CallEnding;
  readonly settingsFor: (call: CallRow) => TurnSettings;
  readonly clock: Clock;
}

/**
 * What the customer has said and was not answered yet. Who refuses and hangs up has refused, although nobody could answer: the call's end
 * makes a turn of it. What is heard of the same words later takes the place of that turn.
 */
export interface UnfinishedTurns {
  /** True while the call goes on, so that the guess is worth showing. */
  guess(callId: CallId, text: string, round: number): boolean;
  /** What the transcription hears while the AI talks with the customer; false where it does not, or did not when the call ended. */
  overhear(said: TranscribedSpeech): boolean;
  /** The result of a round that ended with the call. */
  hearLate(callId: CallId, result: { text: string; confidence: number; round: number; at: Date }): void;
  /** The call is about to end. */
  close(callId: CallId): void;
}

export function createUnfinishedTurns(options: UnfinishedTurnsOptions): UnfinishedTurns {
  const { conversations, transcript, clock } = options;

  function take(call: CallRow, conversation: Conversation, hearing: Hearing): void {
    if (isOver(call.status)) finish(options, { call, conversation: { ...conversation, hearing } }, null);
    else conversations.saveHearing(call.id, hearing);
  }

  /** The transcription is slower than the round that heard the same. */
  function isAnswered({ callId, text }: TranscribedSpeech): boolean {
    const last = transcript.lastOfCall(callId, 2).findLast(({ speaker }) => speaker === 'customer');
    return last !== undefined && isWithin(text, last.text);
  }

  return {
    guess(callId, text, round) {
      const found = openDialogue(options, callId, round);
      if (found === null) return false;
      take(found.call, found.conversation, guessed(found.conversation.hearing, text, clock.now()));
      return !isOver(found.call.status);
    },
    overhear(said) {
      const found = openDialogue(options, said.callId);
      if (found === null) return false;
      if (said.track !== 'customer' || isAnswered(said)) return true;
      const hearing = overheard(found.conversation.hearing, said);
      if (hearing !== null) take(found.call, found.conversation, hearing);
      return true;
    },
    hearLate(callId, { text, confidence, round, at }) {
      const found = openDialogue(options, callId, round);
      if (found === null) return;
      const { call, conversation } = found;
      const hearing = guessed(conversation.hearing, text, at);
      finish(options, { call, conversation: { ...conversation, hearing } }, confidence);
    },
    close(callId) {
      const found = openDialogue(options, callId);
      if (found !== null) finish(options, found, null);
    },
  };
}

/** Makes a turn of what was heard. A guess comes without a figure for its confidence. */
function finish(
  options: UnfinishedTurnsOptions,
  { call, conversation }: OpenDialogue,
  confidence: number | null,
): void {
  const { hearing, state } = conversation;
  const text = hearing === null ? '' : wordsOf(hearing);
  if (hearing === null || text === '') return;
  const { calls, publisher, ending } = options;
  options.database.transaction(() => {
    const speech = {
      type: 'speech',
      text,
      confidence: confidence ?? unknownConfidence,
      at: hearing.at,
    } as const;
    const result = turn(state, speech, options.settingsFor(call));
    const intent = result.classification?.intent ?? null;
    const stage = stageOf(state);
    writeDown(options, hearing, { callId: call.id, text, confidence, intent, stage, at: hearing.at });
    if (call.resultConfirmedBy !== null) return;
    calls.follow(call.id, { stage: stageOf(result.state), note: summarise(result.state) });
    publisher.updated(call.id);
    if (result.act.type === 'end') ending.propose(call.id, result.act, result.act.nextAction);
  });
}

/** Once: what is heard of the same words later takes its place. */
function writeDown(
  { conversations, transcript, publisher }: UnfinishedTurnsOptions,
  hearing: Hearing,
  words: Pick<TurnRow, 'callId' | 'text' | 'confidence' | 'intent' | 'stage' | 'at'>,
): void {
  const said = { ...words, speaker: 'customer', agentId: null } as const;
  const row =
    hearing.turn === null ? transcript.append(said) : transcript.replace({ ...said, number: hearing.turn });
  conversations.saveHearing(words.callId, { ...hearing, turn: row.number });
  publisher.said(row);
}
