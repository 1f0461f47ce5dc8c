import type { CallResult, Intent } from '../../contract/vocabulary.ts';
import { initialState } from '../conversation-state.ts';
import { turn } from '../turn.ts';
import type { TurnInput } from '../turn-input.ts';
import type { Act, TurnResult } from '../turn-result.ts';
import type { TurnSettings } from '../turn-settings.ts';
import type { DialogueScript } from './dialogue-script.ts';

export interface TracedTurn {
  readonly intent: Intent | null;
  readonly act: Act['type'];
  readonly say: string | null;
  readonly result: CallResult | null;
}

export interface DialogueOutcome {
  readonly name: string;
  readonly passed: boolean;
  readonly trace: readonly TracedTurn[];
}

/** A Tuesday at ten, in Japan. */
export const TUESDAY_MORNING = new Date('2026-11-17T10:00:00+09:00');
/** The receptionist answers, and hears the opening. */
const GREETING: TurnInput = { type: 'speech', text: 'はい', confidence: 1, at: TUESDAY_MORNING };
/** One round of listening without speech; a turn with speech is taken to last as long. */
const ROUND_MS = 5_000;

/** Plays a script against the engine, after the opening, up to the first `connect` or `end`. */
export function runDialogue(script: DialogueScript, settings: TurnSettings): DialogueOutcome {
  const trace = play(script.turns, settings);
  return { name: script.name, passed: fulfils(trace, script.expect), trace };
}

function play(turns: DialogueScript['turns'], settings: TurnSettings): readonly TracedTurn[] {
  let { state } = turn(initialState(), GREETING, settings);
  const trace: TracedTurn[] = [];
  for (const [index, said] of turns.entries()) {
    const result = turn(state, inputOf(said, index), settings);
    state = result.state;
    trace.push(traced(result));
    if (result.act.type === 'connect' || result.act.type === 'end') break;
  }
  return trace;
}

function inputOf(said: string | null, index: number): TurnInput {
  const at = new Date(TUESDAY_MORNING.getTime() + (index + 1) * ROUND_MS);
  return said === null ? { type: 'silence', at } : { type: 'speech', text: said, confidence: 1, at };
}

function traced({ classification, act, say }: TurnResult): TracedTurn {
  return {
    intent: classification?.intent ?? null,
    act: act.type,
    say: say?.text ?? null,
    result: act.type === 'end' ? act.result : null,
  };
}

function fulfils(trace: readonly TracedTurn[], expect: DialogueScript['expect']): boolean {
  const said = trace.map(({ say }) => say ?? '').join('\n');
  const result = trace.at(-1)?.result ?? null;
  return (
    (expect.result === undefined || expect.result === result) &&
    (expect.handoff === undefined || expect.handoff.includes(furthestAct(trace))) &&
    isFirst(trace, 'prepare', expect.prepareAt) &&
    isFirst(trace, 'connect', expect.connectAt) &&
    isFirst(trace, 'end', expect.endAt) &&
    (expect.mustSay ?? []).every((part) => said.includes(part)) &&
    !(expect.mustNotSay ?? []).some((part) => said.includes(part))
  );
}

function furthestAct(trace: readonly TracedTurn[]): 'none' | 'prepared' | 'connect' {
  if (trace.some(({ act }) => act === 'connect')) return 'connect';
  return trace.some(({ act }) => act === 'prepare') ? 'prepared' : 'none';
}

function isFirst(trace: readonly TracedTurn[], act: Act['type'], index: number | undefined): boolean {
  return index === undefined || trace.findIndex((each) => each.act === act) === index;
}
