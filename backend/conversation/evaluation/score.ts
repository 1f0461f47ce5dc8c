import type { Intent, Stage } from '../../contract/vocabulary.ts';
import type { RankedIntent } from '../understanding/intent-model.ts';

/** An utterance, the intent it has, and the one that was found. */
export interface Judged {
  readonly stage: Stage;
  readonly text: string;
  readonly expected: Intent;
  readonly got: RankedIntent;
}

export interface Score {
  readonly total: number;
  readonly correct: number;
  readonly accuracy: number;
  /** Of the intents that occur. */
  readonly macroF1: number;
  readonly confusions: readonly Confusion[];
}

interface Confusion {
  readonly stage: Stage;
  readonly text: string;
  readonly expected: Intent;
  readonly got: Intent;
  readonly confidence: number;
}

/** Of all answers given with a confidence in a band: what was claimed, and what was true. */
export interface ReliabilityBand {
  readonly from: number;
  readonly total: number;
  readonly claimed: number;
  readonly correct: number;
}

const BANDS = [0, 0.2, 0.4, 0.6, 0.8];

export function scoreOf(judged: readonly Judged[]): Score {
  const correct = judged.filter(isCorrect).length;
  const intents = [...new Set(judged.map(({ expected }) => expected))];
  return {
    total: judged.length,
    correct,
    accuracy: rounded(correct / judged.length),
    macroF1: rounded(mean(intents.map((intent) => f1(judged, intent)))),
    confusions: judged.filter((each) => !isCorrect(each)).map(confusion),
  };
}

export function reliabilityOf(judged: readonly Judged[]): readonly ReliabilityBand[] {
  return BANDS.map((from, index) => {
    const to = BANDS[index + 1] ?? Number.POSITIVE_INFINITY;
    const band = judged.filter(({ got }) => got.confidence >= from && got.confidence < to);
    return {
      from,
      total: band.length,
      claimed: rounded(mean(band.map(({ got }) => got.confidence))),
      correct: rounded(band.filter(isCorrect).length / Math.max(1, band.length)),
    };
  });
}

/** How far claim and truth are apart, on average over all answers: 0 is perfect. (expected calibration error) */
export function calibrationErrorOf(judged: readonly Judged[]): number {
  const apart = reliabilityOf(judged).map(
    ({ total, claimed, correct }) => (total / Math.max(1, judged.length)) * Math.abs(claimed - correct),
  );
  return rounded(apart.reduce((sum, part) => sum + part, 0));
}

function isCorrect({ expected, got }: Judged): boolean {
  return expected === got.intent;
}

function f1(judged: readonly Judged[], intent: Intent): number {
  const found = judged.filter(({ got }) => got.intent === intent);
  const meant = judged.filter(({ expected }) => expected === intent);
  return (2 * found.filter(isCorrect).length) / (found.length + meant.length);
}

function confusion({ stage, text, expected, got }: Judged): Confusion {
  return { stage, text, expected, got: got.intent, confidence: rounded(got.confidence) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
