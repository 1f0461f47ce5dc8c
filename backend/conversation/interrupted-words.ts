import type { CallPublisher } from '../calls/call-publisher.ts';
import type { TranscriptStore } from '../calls/transcript-store.ts';
import type { CarrierEvents } from '../telephony/carrier-events.ts';
import type { ConversationStore } from './conversation-store.ts';
import { spokenOver } from './hearing.ts';

interface InterruptedWordsOptions {
  readonly conversations: Pick<ConversationStore, 'find' | 'saveHearing'>;
  readonly transcript: TranscriptStore;
  readonly publisher: Pick<CallPublisher, 'said'>;
}

/** Stands in the transcript where words of ours were cut short, for whoever reads it. */
const cut = '…';

/** Whoever speaks over the AI has heard a part of what it says: no more stands in the transcript. Told late or twice it changes nothing. */
export function createInterruptedWords({
  conversations,
  transcript,
  publisher,
}: InterruptedWordsOptions): CarrierEvents['aiInterrupted'] {
  return ({ callId }, round, heard) => {
    const conversation = conversations.find(callId);
    if (conversation?.phase !== 'talking' || conversation.round !== round) return;
    const last = transcript.lastOfCall(callId, 1).at(-1);
    if (last?.speaker !== 'ai' || !last.text.startsWith(heard) || heard === last.text) return;
    conversations.saveHearing(callId, spokenOver(conversation.hearing));
    const text = heard.trimEnd() + cut;
    if (text !== last.text) publisher.said(transcript.replace({ ...last, text }));
  };
}
