import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow } from '../calls/call-store.ts';
import type { TranscriptStore } from '../calls/transcript-store.ts';
import type { CallId } from '../contract/ids.ts';
import { listenQuietly, playedFor, sayAgain } from './ai-instruction.ts';
import { type AiStep, only } from './ai-step.ts';
import type { Conversation, ConversationStore } from './conversation-store.ts';
import { nextRound } from './hearing.ts';
import type { TurnSettings } from './turn-settings.ts';
import type { Unanswered } from './unanswered-words.ts';

export interface QuietRoundsOptions {
  readonly conversations: ConversationStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly settingsFor: (call: CallRow) => TurnSettings;
  /** Said every ten seconds to a customer who waits for a human, whether one is being asked or still sought. */
  readonly waitingWord: (call: CallRow) => string;
}

/** Rounds in which the dialogue does not move. */
export interface QuietRounds {
  /** Before the dialogue, and where nothing was heard that means anything. */
  listenAgain(call: CallRow, conversation: Conversation): AiStep;
  /** On a new leg. */
  repeat(call: CallRow, conversation: Conversation, words: Unanswered): AiStep;
  /** While a human is fetched. */
  wait(call: CallRow, conversation: Conversation, at: Date): AiStep;
  /** The customer hears this from us beside the dialogue. */
  announced(callId: CallId, text: string, at: Date): void;
}

/** Rounds of listening before the dialogue: short, so that the AI is never late by more than this. */
const quietRoundSeconds = 1;
const waitRoundSeconds = 10;

export function createQuietRounds(options: QuietRoundsOptions): QuietRounds {
  const { conversations, transcript, publisher, settingsFor, waitingWord } = options;

  function announced(callId: CallId, text: string, at: Date): void {
    const nobodys = { agentId: null, confidence: null, intent: null, stage: null };
    publisher.said(transcript.append({ callId, speaker: 'ai', text, at, ...nobodys }));
  }

  return {
    announced,
    listenAgain(call, conversation) {
      const round = conversation.round + 1;
      conversations.save({ ...conversation, round, hearing: nextRound(conversation.hearing) });
      const { callee } = settingsFor(call);
      return only(listenQuietly(round, quietRoundSeconds, conversation.state.language, callee));
    },
    repeat(call, conversation, words) {
      const round = conversation.round + 1;
      conversations.save({ ...conversation, round });
      return only(sayAgain(words, round, conversation.state.language, settingsFor(call)));
    },
    wait(call, conversation, at) {
      const round = conversation.round + 1;
      const say = conversation.phase === 'waiting' ? waitingWord(call) : null;
      conversations.save({ ...conversation, round, hearing: null });
      if (say !== null) announced(call.id, say, at);
      const played = say === null ? {} : playedFor(say, settingsFor(call));
      return only({ type: 'wait', round, say, seconds: waitRoundSeconds, ...played });
    },
  };
}
