import type { CallRow } from '../calls/call-store.ts';
import type { CallId } from '../contract/ids.ts';
import { hintsFor } from '../conversation/ai-instruction.ts';
import { type ConversationService, createConversationService } from '../conversation/conversation-service.ts';
import { createInterruptedWords } from '../conversation/interrupted-words.ts';
import { lineOf } from '../conversation/lines.ts';
import { createIntentAdviser } from '../conversation/models/intent-adviser.ts';
import { createLanguageModel } from '../conversation/models/language-model.ts';
import { createSecondOpinion } from '../conversation/second-opinion.ts';
import type { TemplateKey } from '../conversation/templates.ts';
import type { TurnSettings } from '../conversation/turn-settings.ts';
import { createUnfinishedTurns, type UnfinishedTurns } from '../conversation/unfinished-turns.ts';
import { isSomebodyAsked } from '../handoff/somebody-asked.ts';
import type { CarrierEvents, Consider } from '../telephony/carrier-events.ts';
import type { CallDomain, CallDomainOptions } from './call-domain.ts';

export interface ConversationDomainOptions extends CallDomainOptions {
  readonly settingsFor: (call: CallRow) => TurnSettings;
}

export interface ConversationDomain {
  readonly conversations: ConversationService;
  readonly unfinished: UnfinishedTurns;
  readonly interrupted: CarrierEvents['aiInterrupted'];
  readonly hintsOf: CarrierEvents['hintsOf'];
  /** The template in the language of the call. */
  readonly say: (call: CallRow, key: TemplateKey) => string;
  /** Undefined without a model, so that no turn waits. */
  readonly consider: Consider | undefined;
}

/** The AI's part: what it says and hears, and what becomes of words that it could not answer. */
export function createConversationDomain(
  options: ConversationDomainOptions,
  { publisher, ending, notices }: CallDomain,
): ConversationDomain {
  const { database, settingsFor, clock } = options;
  const { conversations, calls, legs, transcript, handoffs } = options.stores;

  function say(call: CallRow, key: TemplateKey): string {
    const language = conversations.find(call.id)?.state.language ?? 'ja-JP';
    return lineOf(settingsFor(call), language, key);
  }

  const unfinished = createUnfinishedTurns({
    database,
    conversations,
    calls,
    transcript,
    publisher,
    ending,
    settingsFor,
    clock,
  });
  notices.subscribe((notice) => {
    if (notice.type === 'ending') unfinished.close(notice.callId);
  });
  const service = createConversationService({
    conversations,
    calls,
    legs,
    transcript,
    publisher,
    ending,
    unfinished,
    settingsFor,
    waitingWord: (call) => say(call, isSomebodyAsked(handoffs, call.id) ? 'waiting' : 'waiting_again'),
  });
  const interrupted = createInterruptedWords({ conversations, transcript, publisher });
  const hintsOf = (callId: CallId): readonly string[] => {
    const call = calls.find(callId);
    return call === null ? [] : hintsFor(settingsFor(call).callee);
  };
  return {
    conversations: service,
    unfinished,
    interrupted,
    hintsOf,
    say,
    consider: secondOpinionOf(options),
  };
}

function secondOpinionOf(options: ConversationDomainOptions): Consider | undefined {
  const { config, stores, settingsFor, clock } = options;
  if (config.model === null) return undefined;
  const { conversations, calls, modelUses } = stores;
  const { budgetMs } = config.model;
  const adviser = createIntentAdviser({ ask: createLanguageModel(config.model), clock, budgetMs });
  return createSecondOpinion({ conversations, calls, settingsFor, adviser, modelUses, clock });
}
