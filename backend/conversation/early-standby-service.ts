import { isOver } from '../calls/call-machine.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { HandoffReason } from '../contract/handoffs.ts';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { ConversationStore } from './conversation-store.ts';
import { stableWords, standbyFromPartial } from './early-standby.ts';
import { openDialogue } from './open-dialogue.ts';
import type { TurnSettings } from './turn-settings.ts';

interface EarlyStandbyOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly conversations: ConversationStore;
  readonly calls: CallStore;
  readonly settingsFor: (call: CallRow) => TurnSettings;
  /** Asks for an agent, who then stands by. */
  readonly prepare: (callId: CallId, reason: HandoffReason) => void;
}

/**
 * Takes in a guess at what is being said in a round, before the guess is stored: what it shares with the one before decides whether an
 * agent is asked already.
 */
export function createEarlyStandby(
  options: EarlyStandbyOptions,
): (callId: CallId, guess: string, round: number) => void {
  const { database, conversations, settingsFor, prepare } = options;
  return (callId, guess, round) => {
    const open = openDialogue(options, callId, round);
    if (open === null || isOver(open.call.status)) return;
    const { call, conversation } = open;
    const words = stableWords(conversation.hearing?.guess ?? '', guess);
    const early = standbyFromPartial(conversation.state, words, settingsFor(call));
    if (early === null) return;
    database.transaction(() => {
      conversations.save({ ...conversation, state: early.state });
      prepare(callId, early.reason);
    });
  };
}
