import { LIMITS } from '../replies/limits.ts';
import { isOver, type Step } from './play-rounds.ts';

/** What must hold in every call, whatever the customer does. The texts are those of the defaults. */
export interface Invariant {
  readonly name: string;
  readonly holds: (steps: readonly Step[]) => boolean;
}

const LONGEST_ROUND_SECONDS = 15;
const SENTENCE = /[^。？?！!.]+[。？?！!.]/g;
const QUESTION = /か。$|[？?]$/;
/** Where a no may be meant for what was asked, and for nothing else. */
const MAY_BE_DENIED = /^(successor|human-instead)$/;

export const INVARIANTS: readonly Invariant[] = [
  {
    name: 'ends with a human or a good-bye',
    holds: (steps) => /^(connect|end)$/.test(steps.at(-1)?.result.act.type ?? ''),
  },
  {
    name: 'takes no more than twelve turns of the customer outside a hold',
    holds: (steps) => steps.every(({ result }) => result.state.counts.turns <= LIMITS.turns),
  },
  {
    name: 'holds no longer than ninety seconds and the round in which they end',
    holds: (steps) =>
      steps.every((step) => heldSeconds(step) <= LIMITS.holdingSeconds + LONGEST_ROUND_SECONDS),
  },
  {
    name: 'says nothing once it is over, and stays over',
    holds: (steps) =>
      steps
        .filter(({ before }) => isOver(before))
        .every(({ before, result }) => result.say === null && result.state === before),
  },
  {
    name: 'speaks no variable, and does not speak without words',
    holds: (steps) => said(steps).every((text) => !/[{}]/.test(text) && text.trim() !== ''),
  },
  {
    name: 'never says the same three times in a row',
    holds: (steps) =>
      said(steps).every((text, index, all) => text !== all[index - 1] || text !== all[index - 2]),
  },
  {
    name: 'asks the same no more than four times',
    holds: (steps) => mostFrequent(questionsIn(steps)) <= Math.max(...Object.values(LIMITS.asked)),
  },
  {
    name: 'blocks the number of whoever refuses, at once, and pitches no more',
    holds: (steps) =>
      steps
        .filter((step) => !isOver(step.before) && isRefusal(step))
        .every(({ result: { act } }) => act.type === 'end' && act.result === 'rejected'),
  },
  {
    name: 'lets silence last no more than three rounds outside a hold',
    holds: (steps) =>
      steps.every(
        ({ before, result }) =>
          before.position.at === 'holding' ||
          isOver(before) ||
          result.state.counts.silencesInARow <= LIMITS.silencesInARow,
      ),
  },
  {
    name: 'speaks no Japanese in a call held in English',
    holds: (steps) =>
      steps.every(({ result: { say } }) => say?.language !== 'en-US' || !/[ぁ-ヺ一-龠]/.test(say.text)),
  },
];

/** The names of the invariants that a call breaks. */
export function brokenIn(steps: readonly Step[]): readonly string[] {
  return INVARIANTS.filter(({ holds }) => !holds(steps)).map(({ name }) => name);
}

/** Judged from the words alone: what the engine made of them is what is tested. */
function isRefusal({ before, takenFor }: Step): boolean {
  if (takenFor === 'do_not_call') return true;
  return takenFor === 'rejection' && !MAY_BE_DENIED.test(before.question);
}

/** How long the hold had lasted when it went on once more. */
function heldSeconds({ before, input, result }: Step): number {
  const isHeld = before.position.at === 'holding' && result.state.position.at === 'holding';
  return isHeld && before.position.at === 'holding'
    ? (input.at.getTime() - Date.parse(before.position.since)) / 1_000
    : 0;
}

function said(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ result }) => (result.say === null ? [] : [result.say.text]));
}

function questionsIn(steps: readonly Step[]): readonly string[] {
  return said(steps).flatMap((text) =>
    (text.match(SENTENCE) ?? []).filter((sentence) => QUESTION.test(sentence)),
  );
}

function mostFrequent(sentences: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
