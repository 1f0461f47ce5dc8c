import type { CallRow } from '../calls/call-store.ts';
import { createConversationService } from '../conversation/conversation-service.ts';
import { renderTemplate, type TemplateKey, templateValues } from '../conversation/templates.ts';
import type { TurnSettings } from '../conversation/turn-settings.ts';
import { createUnfinishedTurns } from '../conversation/unfinished-turns.ts';
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
    const { templates, conversation, callee } = settingsFor(call);
    return renderTemplate(templates[key], templateValues(conversation, callee.department), null);
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
  return { conversations, unfinished, say };
}
