import type { CallId } from '../contract/ids.ts';
import { type AiRounds, type AiRoundsOptions, createAiRounds } from './ai-rounds.ts';
import { type PhaseEvent, transitionPhase } from './conversation-phase.ts';
import { freshConversation, type Phase } from './conversation-store.ts';
import { openDialogue } from './open-dialogue.ts';
import { createQuietRounds, type QuietRounds, type QuietRoundsOptions } from './quiet-rounds.ts';
import { turn } from './turn.ts';
import type { Notice } from './turn-input.ts';
import { createTurnTaking, type TurnTakingOptions } from './turn-taking.ts';

type ConversationServiceOptions = Omit<AiRoundsOptions, 'quiet' | 'take'> &
  QuietRoundsOptions &
  TurnTakingOptions;

export interface ConversationService extends AiRounds, Pick<QuietRounds, 'announced'> {
  phase(callId: CallId): Phase | null;
  /** Moves the phase by its machine. */
  advance(callId: CallId, event: PhaseEvent): void;
  /** Tells the engine something that has no answer. */
  notice(callId: CallId, notice: Notice, at: Date): void;
}

/** The shell around the pure engine: loads the state, takes the turn, stores what came of it. */
export function createConversationService(options: ConversationServiceOptions): ConversationService {
  const { conversations, settingsFor } = options;
  const quiet = createQuietRounds(options);
  const rounds = createAiRounds({ ...options, quiet, take: createTurnTaking(options) });
  return {
    ...rounds,
    announced: quiet.announced,
    phase: (callId) => conversations.phase(callId),
    advance(callId, event) {
      const conversation = conversations.find(callId) ?? freshConversation(callId);
      conversations.save({ ...conversation, phase: transitionPhase(conversation.phase, event) });
    },
    notice(callId, notice, at) {
      const open = openDialogue(options, callId);
      if (open === null) return;
      const { call, conversation } = open;
      const { state } = turn(conversation.state, { type: 'notice', notice, at }, settingsFor(call));
      conversations.save({ ...conversation, state });
    },
  };
}
