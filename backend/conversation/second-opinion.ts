import { isOver } from '../calls/call-machine.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Consider } from '../telephony/carrier-events.ts';
import { stageOf } from './conversation-state.ts';
import type { ConversationStore } from './conversation-store.ts';
import { joined } from './hearing.ts';
import type { ModelUses } from './model-use-store.ts';
import type { IntentAdviser } from './models/intent-adviser.ts';
import { remarkOf } from './remarks/remark-of.ts';
import type { TurnSettings } from './turn-settings.ts';
import { interpret } from './understanding/interpret.ts';
import { understand } from './understanding/understand.ts';

interface SecondOpinionOptions {
  readonly conversations: ConversationStore;
  readonly calls: CallStore;
  readonly settingsFor: (call: CallRow) => TurnSettings;
  readonly adviser: IntentAdviser;
  readonly modelUses: ModelUses;
  readonly clock: Clock;
}

/** Adds a model's opinion to what was heard, where ours is not sure enough to act on and the answer would be 「もう一度、お願いできますか」. */
export function createSecondOpinion(options: SecondOpinionOptions): Consider {
  const { conversations, calls, settingsFor, adviser, modelUses, clock } = options;
  return async (leg, round, heard) => {
    const call = heard.type === 'speech' ? calls.find(leg.callId) : null;
    const conversation = call === null ? null : conversations.find(call.id);
    if (heard.type !== 'speech' || call === null || isOver(call.status)) return heard;
    if (conversation?.phase !== 'talking' || conversation.round !== round) return heard;
    const { state } = conversation;
    const stage = stageOf(state);
    // What is not clear during a hold is not meant for us.
    if (stage === 'holding') return heard;
    const { person } = settingsFor(call).callee;
    // What the turn will be about: the words that came while the AI could not listen are part of it.
    const text = joined(conversation.hearing?.overheard ?? '', heard.text);
    const { classification } = interpret(text, { stage, person, language: state.language });
    const { intent: ours } = understand(classification, heard.confidence);
    if (ours !== 'unknown' || remarkOf(text, ours) !== null) return heard;

    const askedAt = clock.now();
    const advice = await adviser.advise(text, stage);
    const intent = advice.outcome === 'answered' ? advice.intent : null;
    const milliseconds = clock.now().getTime() - askedAt.getTime();
    modelUses.add({ callId: call.id, round, outcome: advice.outcome, intent, milliseconds, askedAt });
    return intent === null ? heard : { ...heard, opinion: intent };
  };
}
