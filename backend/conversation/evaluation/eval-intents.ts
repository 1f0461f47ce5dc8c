import { readFileSync } from 'node:fs';
import process from 'node:process';
import { z } from 'zod';
import { intentSchema, stageSchema } from '../../contract/vocabulary.ts';
import { classify } from '../understanding/classify.ts';
import { readCorpus } from '../understanding/training/corpus.ts';
import { judgeOwnSplit, type Labelled } from './judge.ts';
import { type Judged, reliabilityOf, type Score, scoreOf } from './score.ts';

/**
 * `npm run --silent eval:intents -- FILE.jsonl`: how well the classifier does on labelled lines. Without a file: on the part of the
 * corpus that a model trained on the rest has not seen, clean and as a bad line delivers it.
 */
const labelledSchema = z.object({ stage: stageSchema, text: z.string(), intent: intentSchema });

const [, , file] = process.argv;
process.stdout.write(`${JSON.stringify(file === undefined ? reportOnCorpus() : reportOn(file), null, 2)}\n`);

function reportOn(path: string): Score & { msPerTurn: number } {
  const labelled = readLabelled(path);
  const start = performance.now();
  const judged = labelled.map(classified);
  return { ...scoreOf(judged), msPerTurn: (performance.now() - start) / Math.max(1, judged.length) };
}

function reportOnCorpus() {
  const { clean, disturbed } = judgeOwnSplit(readCorpus());
  const start = performance.now();
  clean.map(({ stage, text, expected }) => classified({ stage, text, intent: expected }));
  return {
    ...scoreOf(clean),
    msPerTurn: (performance.now() - start) / clean.length,
    disturbed: { accuracy: scoreOf(disturbed).accuracy, macroF1: scoreOf(disturbed).macroF1 },
    reliability: reliabilityOf(clean),
  };
}

function readLabelled(path: string): readonly Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelledSchema.parse(JSON.parse(line)));
}

function classified({ stage, text, intent }: Labelled): Judged {
  const { intent: got, confidence } = classify(text, { stage, person: null });
  return { stage, text, expected: intent, got: { intent: got, confidence } };
}
