import { createAgentStore } from '../agents/agent-store.ts';
import { createPresenceStore } from '../agents/presence-store.ts';
import { createAlertStore } from '../calls/alert-store.ts';
import { createCallHistoryStore } from '../calls/call-history-store.ts';
import { createCallStore } from '../calls/call-store.ts';
import { createInvolvementStore } from '../calls/involvement-store.ts';
import { createLegStore } from '../calls/leg-store.ts';
import { createRecordingStore } from '../calls/recording-store.ts';
import { createTranscriptStore } from '../calls/transcript-store.ts';
import { createConversationStore } from '../conversation/conversation-store.ts';
import { createModelUseStore } from '../conversation/model-use-store.ts';
import { createPronunciationStore } from '../conversation/pronunciation-store.ts';
import { createTemplateAudioStore } from '../conversation/template-audio-store.ts';
import { createTemplateStore } from '../conversation/template-store.ts';
import type { Database } from '../db/database.ts';
import { createHandoffStore } from '../handoff/handoff-store.ts';
import { offeredCalls } from '../handoff/offered-calls-store.ts';
import { createEventLogStore } from '../journal/event-log-store.ts';
import { createOutboxStore } from '../journal/outbox-store.ts';
import { createTimerStore } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';

export type Stores = ReturnType<typeof createStores>;

/** Everything that is stored of calls and of those who take them, in one database. */
export function createStores(database: Database, clock: Clock, defaultTimeZone: string) {
  const involvement = createInvolvementStore(database, offeredCalls);
  return {
    agents: createAgentStore(database, defaultTimeZone),
    presence: createPresenceStore(database),
    calls: createCallStore(database),
    openAlerts: createAlertStore(database),
    legs: createLegStore(database),
    involvement,
    callHistory: createCallHistoryStore(database, involvement),
    transcript: createTranscriptStore(database),
    recordings: createRecordingStore(database),
    conversations: createConversationStore(database, clock),
    modelUses: createModelUseStore(database),
    templates: createTemplateStore(database),
    templateAudio: createTemplateAudioStore(database),
    pronunciations: createPronunciationStore(database),
    handoffs: createHandoffStore(database),
    events: createEventLogStore(database, clock),
    timers: createTimerStore(database),
    outbox: createOutboxStore(database, clock),
  };
}
