import process from 'node:process';
import { readCorpus } from '../understanding/training/corpus.ts';
import { judgeOwnSplit, judgeStoredModel } from './judge.ts';
import { FROZEN_UTTERANCES, readLabelled } from './labelled.ts';
import { calibrationErrorOf, type Judged, reliabilityOf, scoreOf } from './score.ts';

/**
 * `npm run --silent eval:intents -- FILE.jsonl`: how well the classifier does on labelled lines. Without a file: on the part of the
 * corpus that a model trained on the rest has not seen, clean and as a bad line delivers it, and on the frozen set.
 */
const [, , file] = process.argv;
const report = file === undefined ? reportOnOwn() : reportOn(file);
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);

function reportOn(path: string | URL) {
  const labelled = readLabelled(path);
  const start = performance.now();
  const judged = judgeStoredModel(labelled);
  const msPerTurn = (performance.now() - start) / Math.max(1, judged.length);
  return { ...reportOf(judged), msPerTurn };
}

function reportOnOwn() {
  const { clean, disturbed } = judgeOwnSplit(readCorpus());
  const { confusions: _, ...frozen } = reportOn(FROZEN_UTTERANCES);
  const { accuracy, macroF1 } = scoreOf(disturbed);
  return { ...reportOf(clean), disturbed: { accuracy, macroF1 }, frozen };
}

function reportOf(judged: readonly Judged[]) {
  return {
    ...scoreOf(judged),
    calibrationError: calibrationErrorOf(judged),
    reliability: reliabilityOf(judged),
  };
}
