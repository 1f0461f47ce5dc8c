import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { CallId } from '../contract/ids.ts';
import type { Conversation, ConversationStore } from './conversation-store.ts';

interface DialogueStores {
  readonly calls: Pick<CallStore, 'find'>;
  readonly conversations: Pick<ConversationStore, 'find'>;
}

/** A call, and its dialogue that the AI holds. */
export interface OpenDialogue {
  readonly call: CallRow;
  readonly conversation: Conversation;
}

/** Null where the AI is not the one who talks, or did when the call ended; with `round`, also where that round is over. */
export function openDialogue(
  { calls, conversations }: DialogueStores,
  callId: CallId,
  round?: number,
): OpenDialogue | null {
  const call = calls.find(callId);
  const conversation = call === null ? null : conversations.find(callId);
  if (call === null || conversation?.phase !== 'talking') return null;
  return round === undefined || conversation.round === round ? { call, conversation } : null;
}
