import type { CallRow } from '../calls/call-store.ts';
import { createConversationService } from '../conversation/conversation-service.ts';
import { lineOf } from '../conversation/lines.ts';
import { createIntentAdviser } from '../conversation/models/intent-adviser.ts';
import { createLanguageModel } from '../conversation/models/language-model.ts';
import { createSecondOpinion } from '../conversation/second-opinion.ts';
import type { TemplateKey } from '../conversation/templates.ts';
import type { TurnSettings } from '../conversation/turn-settings.ts';
import { createUnfinishedTurns } from '../conversation/unfinished-turns.ts';
import type { Consider } from '../telephony/carrier-events.ts';
import type { CallDomain, CallDomainOptions } from './call-domain.ts';

export interface ConversationDomainOptions extends CallDomainOptions {
  readonly settingsFor: (call: CallRow) => TurnSettings;
}

export type ConversationDomain = ReturnType<typeof createConversationDomain>;

/** The AI's part: what it says and hears, and what becomes of words that it could not answer. */
export function createConversationDomain(options: ConversationDomainOptions, calls: CallDomain) {
  const { database, stores, settingsFor, clock } = options;
  const { publisher, ending, notices } = calls;
  const shared = { ...stores, database, publisher, ending, settingsFor, clock };

  function say(call: CallRow, key: TemplateKey): string {
    const language = stores.conversations.find(call.id)?.state.language ?? 'ja-JP';
    return lineOf(settingsFor(call), language, key, null);
  }

  const unfinished = createUnfinishedTurns(shared);
  notices.subscribe((notice) => {
    if (notice.type === 'ending') unfinished.close(notice.callId);
  });
  const conversations = createConversationService({
    ...shared,
    unfinished,
    waitingWord: (call) => say(call, 'waiting'),
  });
  return { conversations, unfinished, say, consider: secondOpinionOf(options) };
}

/** Undefined without a model, so that no turn waits. */
function secondOpinionOf(options: ConversationDomainOptions): Consider | undefined {
  const { config, stores, settingsFor, clock } = options;
  if (config.model === null) return undefined;
  const { budgetMs } = config.model;
  const adviser = createIntentAdviser({ ask: createLanguageModel(config.model), clock, budgetMs });
  return createSecondOpinion({ ...stores, settingsFor, adviser, clock });
}
