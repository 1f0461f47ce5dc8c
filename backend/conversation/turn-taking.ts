import type { CallEnding } from '../calls/call-ending.ts';
import type { CallPublisher } from '../calls/call-publisher.ts';
import type { CallRow, CallStore } from '../calls/call-store.ts';
import type { TranscriptStore, TurnRow } from '../calls/transcript-store.ts';
import type { Stage } from '../contract/vocabulary.ts';
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
    writeDown(options, call, { input, stage: stageOf(conversation.state) }, result);
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
  heard: { readonly input: TurnInput; readonly stage: Stage },
  result: TurnResult,
): void {
  publisher.said(...saidIn(call, heard, result).map((turn) => transcript.append(turn)));
  const dialogue = { stage: stageOf(result.state), note: summarise(result.state) };
  if (dialogue.stage !== call.stage || dialogue.note !== call.note) calls.follow(call.id, dialogue);
  if (dialogue.stage !== call.stage) publisher.updated(call.id);
}

function saidIn(
  { id: callId }: CallRow,
  { input, stage }: { readonly input: TurnInput; readonly stage: Stage },
  { classification, say }: TurnResult,
): readonly Omit<TurnRow, 'number'>[] {
  const base = { callId, agentId: null, at: input.at };
  const said: Omit<TurnRow, 'number'>[] = [];
  if (input.type === 'speech') {
    const confidence = input.confidence === unknownConfidence ? null : input.confidence;
    const intent = classification?.intent ?? null;
    said.push({ ...base, speaker: 'customer', text: input.text, confidence, intent, stage });
  }
  if (say !== null) {
    said.push({ ...base, speaker: 'ai', text: say.text, confidence: null, intent: null, stage: null });
  }
  return said;
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
