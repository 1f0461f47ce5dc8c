import process from 'node:process';
import { readCorpus } from '../understanding/training/corpus.ts';
import { reportOf } from './given-file.ts';
import { judgeOwnSplit, judgeStoredModel } from './judge.ts';
import { FROZEN_UTTERANCES, givenLabelled, type Labelled, readLabelled } from './labelled.ts';
import { calibrationErrorOf, type Judged, reliabilityOf, scoreOf } from './score.ts';

/**
 * `npm run --silent eval:intents -- FILE.jsonl`: how well the classifier does on labelled lines. Without a file: on the part of the
 * corpus that a model trained on the rest has not seen, clean and as a bad line delivers it, and on the frozen set. What is wrong with a
 * file is told line by line, and nothing is judged.
 */
const [, , file] = process.argv;
if (file === undefined) print(reportOnOwn());
else reportOnGiven(file);

function reportOnGiven(path: string): void {
  const labelled = givenLabelled(path);
  if (labelled.type === 'refused') {
    process.stderr.write(reportOf(path, labelled.problems));
    process.exitCode = 1;
  } else {
    print(reportOn(labelled.value));
  }
}

function print(report: unknown): void {
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
}

function reportOn(labelled: readonly Labelled[]) {
  const start = performance.now();
  const judged = judgeStoredModel(labelled);
  const msPerTurn = (performance.now() - start) / Math.max(1, judged.length);
  return { ...figuresOf(judged), msPerTurn };
}

function reportOnOwn() {
  const { clean, disturbed } = judgeOwnSplit(readCorpus());
  const { confusions: _, ...frozen } = reportOn(readLabelled(FROZEN_UTTERANCES));
  const { accuracy, macroF1 } = scoreOf(disturbed);
  return { ...figuresOf(clean), disturbed: { accuracy, macroF1 }, frozen };
}

function figuresOf(judged: readonly Judged[]) {
  return {
    ...scoreOf(judged),
    calibrationError: calibrationErrorOf(judged),
    reliability: reliabilityOf(judged),
  };
}
