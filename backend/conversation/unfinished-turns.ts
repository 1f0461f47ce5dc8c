import type { CallEnding } from '../calls/call-ending.ts';
import { isOver } from '../calls/call-machine.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { TranscriptStore } from '../calls/transcript-store.ts';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { Clock } from '../kernel/clock.ts';
import type { TranscribedSpeech } from '../telephony/carrier-events.ts';
import { summarise } from './brief.ts';
import { stageOf } from './conversation-state.ts';
import type { Conversation, ConversationStore } from './conversation-store.ts';
import { guessed, type Hearing, isWithin, overheard, wordsOf } from './hearing.ts';
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
  /** What the transcription hears while the AI talks with the customer. */
  overhear(said: TranscribedSpeech): void;
  /** The result of a round that ended with the call. */
  hearLate(callId: CallId, result: { text: string; confidence: number; round: number; at: Date }): void;
  /** The call is about to end. */
  close(callId: CallId): void;
}

export function createUnfinishedTurns(options: UnfinishedTurnsOptions): UnfinishedTurns {
  const { conversations, calls, transcript, publisher, ending, clock } = options;

  /** The call and where its dialogue stands, while the AI listens or when that was how the call ended. */
  function listening(callId: CallId): { call: CallRow; conversation: Conversation } | null {
    const call = calls.find(callId);
    const conversation = call === null ? null : conversations.find(callId);
    if (call === null || conversation?.phase !== 'talking') return null;
    return { call, conversation };
  }

  function take(call: CallRow, conversation: Conversation, hearing: Hearing): void {
    if (isOver(call.status)) finish(call, { ...conversation, hearing }, null);
    else conversations.saveHearing(call.id, hearing);
  }

  /** A guess comes without a figure for its confidence. */
  function finish(call: CallRow, { state, hearing }: Conversation, confidence: number | null): void {
    if (hearing === null) return;
    const text = wordsOf(hearing);
    if (text === '') return;
    options.database.transaction(() => {
      const speech = { type: 'speech', text, confidence: confidence ?? 0, at: hearing.at } as const;
      const result = turn(state, speech, options.settingsFor(call));
      const intent = result.classification?.intent ?? null;
      const { at } = hearing;
      const said = {
        callId: call.id,
        speaker: 'customer',
        agentId: null,
        text,
        confidence,
        intent,
        at,
      } as const;
      const row =
        hearing.turn === null
          ? transcript.append(said)
          : transcript.replace({ ...said, number: hearing.turn });
      conversations.saveHearing(call.id, { ...hearing, turn: row.number });
      publisher.said(row);
      if (call.resultConfirmedBy !== null) return;
      calls.update(call.id, { stage: stageOf(result.state), note: summarise(result.state) });
      publisher.updated(call.id);
      if (result.act.type === 'end') ending.propose(call.id, result.act, result.act.nextAction);
    });
  }

  /** The transcription is slower than the round that heard the same. */
  function isAnswered({ callId, text }: TranscribedSpeech): boolean {
    const last = transcript.lastOfCall(callId, 2).findLast(({ speaker }) => speaker === 'customer');
    return last !== undefined && isWithin(text, last.text);
  }

  return {
    guess(callId, text, round) {
      const found = listening(callId);
      if (found === null || found.conversation.round !== round) return false;
      take(found.call, found.conversation, guessed(found.conversation.hearing, text, clock.now()));
      return !isOver(found.call.status);
    },
    overhear(said) {
      const found = said.track === 'customer' ? listening(said.callId) : null;
      if (found === null || isAnswered(said)) return;
      const hearing = overheard(found.conversation.hearing, said);
      if (hearing !== null) take(found.call, found.conversation, hearing);
    },
    hearLate(callId, { text, confidence, round, at }) {
      const found = listening(callId);
      if (found === null || found.conversation.round !== round) return;
      const { call, conversation } = found;
      finish(call, { ...conversation, hearing: guessed(conversation.hearing, text, at) }, confidence);
    },
    close(callId) {
      const found = listening(callId);
      if (found !== null) finish(found.call, found.conversation, null);
    },
  };
}
