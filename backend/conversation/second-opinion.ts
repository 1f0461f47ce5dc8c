import { isOver } from '../calls/call-machine.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Consider } from '../telephony/carrier-events.ts';
import { stageOf } from './conversation-state.ts';
import type { ConversationStore } from './conversation-store.ts';
import { hearSpeech } from './hear-speech.ts';
import { joined } from './hearing.ts';
import type { ModelUses } from './model-use-store.ts';
import type { IntentAdviser } from './models/intent-adviser.ts';
import { openDialogue } from './open-dialogue.ts';
import type { TurnSettings } from './turn-settings.ts';

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
  const { settingsFor, adviser, modelUses, clock } = options;
  return async (leg, round, heard) => {
    const open = openDialogue(options, leg.callId, round);
    if (heard.type !== 'speech' || open === null || isOver(open.call.status)) return heard;
    const { call, conversation } = open;
    const { state } = conversation;
    const stage = stageOf(state);
    // What is not clear during a hold is not meant for us.
    if (stage === 'holding') return heard;
    // What the turn will be about: the words that came while the AI could not listen are part of it.
    const text = joined(conversation.hearing?.overheard ?? '', heard.text);
    const { meant, remark } = hearSpeech(state, { ...heard, text }, settingsFor(call));
    if (meant.intent !== 'unknown' || remark !== null) return heard;

    const askedAt = clock.now();
    const advice = await adviser.advise(text, stage);
    const intent = advice.outcome === 'answered' ? advice.intent : null;
    const milliseconds = clock.now().getTime() - askedAt.getTime();
    modelUses.add({ callId: call.id, round, outcome: advice.outcome, intent, milliseconds, askedAt });
    return intent === null ? heard : { ...heard, opinion: intent };
  };
}
