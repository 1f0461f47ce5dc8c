import process from 'node:process';
import { readCorpus } from '../understanding/training/corpus.ts';
import { demoSettings } from './demo-settings.ts';
import { playRandomCalls } from './random-calls.ts';
import { TUESDAY_MORNING } from './run-dialogue.ts';

/**
 * `npm run --silent eval:random -- TURNS SEED`: plays random calls, 100,000 turns without an argument, and fails where one breaks what
 * must hold in every call.
 */
const [, , turns = '100000', seed = '20261122'] = process.argv;
const report = playRandomCalls({
  turns: Number(turns),
  seed: Number(seed),
  start: TUESDAY_MORNING,
  settings: demoSettings,
  corpus: readCorpus(),
});
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
if (report.broken.length > 0) process.exitCode = 1;
