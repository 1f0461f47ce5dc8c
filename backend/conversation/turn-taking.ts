import type { CallEnding } from '../calls/call-ending.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { TranscriptStore } from '../calls/transcript-store.ts';
import { instructionFor } from './ai-instruction.ts';
import { type AiStep, only } from './ai-step.ts';
import { summarise } from './brief.ts';
import { type PhaseEvent, transitionPhase } from './conversation-phase.ts';
import { stageOf } from './conversation-state.ts';
import type { Conversation, ConversationStore } from './conversation-store.ts';
import { unknownConfidence } from './hearing.ts';
import { turn } from './turn.ts';
import type { TurnInput } from './turn-input.ts';
import type { Act, TurnResult } from './turn-result.ts';
import type { TurnSettings } from './turn-settings.ts';

export interface TurnTakingOptions {
  readonly conversations: ConversationStore;
  readonly calls: CallStore;
  readonly transcript: TranscriptStore;
  readonly publisher: CallPublisher;
  readonly ending: CallEnding;
  readonly settingsFor: (call: CallRow) => TurnSettings;
}

/** Takes one turn of the dialogue and stores what came of it. */
export type TakeTurn = (call: CallRow, conversation: Conversation, input: TurnInput) => AiStep;

export function createTurnTaking(options: TurnTakingOptions): TakeTurn {
  const { conversations, settingsFor } = options;
  return (call, conversation, input) => {
    const settings = settingsFor(call);
    const result = turn(conversation.state, input, settings);
    const round = conversation.round + 1;
    conversations.save({
      callId: call.id,
      state: result.state,
      round,
      phase: transitionPhase(conversation.phase, phaseEventOf(result)),
      hearing: null,
    });
    writeDown(options, call, input, result);
    const instruction = instructionFor(result, round, settings);
    const { act } = result;
    switch (act.type) {
      case 'end':
        propose(options, call, act, result.say === null);
        return only(instruction);
      case 'prepare':
      case 'connect':
        return { instruction, wants: { urgency: act.type, reason: act.reason } };
      case 'listen':
      case 'hold':
      case 'press':
        return only(instruction);
    }
  };
}

/** What was said, where the dialogue stands, and the first draft of the agent's note, whenever and however the call ends. */
function writeDown(
  { calls, transcript, publisher }: TurnTakingOptions,
  call: CallRow,
  input: TurnInput,
  result: TurnResult,
): void {
  const base = { callId: call.id, agentId: null, at: input.at };
  if (input.type === 'speech') {
    const intent = result.classification?.intent ?? null;
    const { text } = input;
    const confidence = input.confidence === unknownConfidence ? null : input.confidence;
    publisher.said(transcript.append({ ...base, speaker: 'customer', text, confidence, intent }));
  }
  if (result.say !== null) {
    const { text } = result.say;
    publisher.said(transcript.append({ ...base, speaker: 'ai', text, confidence: null, intent: null }));
  }
  const stage = stageOf(result.state);
  calls.update(call.id, { stage, note: summarise(result.state) });
  if (stage !== call.stage) publisher.updated(call.id);
}

/** The call ends with the good-bye, or at once where there is none. */
function propose(
  { ending }: TurnTakingOptions,
  call: CallRow,
  { result, reason, nextAction }: Extract<Act, { readonly type: 'end' }>,
  withoutWords: boolean,
): void {
  ending.propose(call.id, { result, reason }, nextAction);
  if (withoutWords) ending.end(call.id, { type: 'ai-closed' });
}

function phaseEventOf({ act }: TurnResult): PhaseEvent {
  switch (act.type) {
    case 'connect':
      return 'human-announced';
    case 'end':
      return 'good-bye-begun';
    case 'prepare':
    case 'listen':
    case 'hold':
    case 'press':
      return 'dialogue-resumed';
  }
}
