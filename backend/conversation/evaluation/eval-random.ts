import process from 'node:process';
import { z } from 'zod';
import { readCorpus } from '../understanding/training/corpus.ts';
import { demoSettings } from './demo-settings.ts';
import { playRandomCalls } from './random-calls.ts';
import { TUESDAY_MORNING } from './run-dialogue.ts';

/**
 * `npm run --silent eval:random -- TURNS SEED`: plays random calls, 100,000 turns without an argument, and fails where one breaks what
 * must hold in every call.
 */
const countSchema = z.coerce
  .number('TURNS and SEED must be numbers')
  .int('TURNS and SEED must be whole numbers')
  .positive('TURNS and SEED must be 1 or more');
const argumentsSchema = z.tuple([countSchema, countSchema]);

const [, , turns = '100000', seed = '20261122'] = process.argv;
const given = argumentsSchema.safeParse([turns, seed]);
if (given.success) play(given.data);
else refuse(given.error);

function play([howMany, from]: z.infer<typeof argumentsSchema>): void {
  const report = playRandomCalls({
    turns: howMany,
    seed: from,
    start: TUESDAY_MORNING,
    settings: demoSettings,
    corpus: readCorpus(),
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (report.broken.length > 0) process.exitCode = 1;
}

function refuse({ issues }: z.ZodError): void {
  process.stderr.write(`${issues.map(({ message }) => message).join('\n')}\n`);
  process.exitCode = 1;
}
