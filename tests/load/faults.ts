import { parseArgs } from 'node:util';
import { z } from 'zod';
import { courseOfCall } from '../integration/faults/course-of-call.ts';
import { everyFault } from '../integration/faults/fault-plans.ts';
import { holdCalls, indexOfNumber } from '../integration/faults/fault-run.ts';
import type { HeldCalls, Violation } from '../integration/faults/held-calls.ts';
import { violationsOf } from '../integration/faults/violations.ts';

/**
 * `npm run faults -- --calls 2000 --seed 7`: calls of random people while everything goes wrong now and then, and afterwards whether every
 * promise was kept. `--first 130 --calls 1` with the same seed holds one of them again. Ends with 1 when a promise was broken.
 */
const callsAtATime = 200;

const optionsSchema = z.object({
  calls: z.coerce.number().int().positive(),
  seed: z.coerce.number().int(),
  first: z.coerce.number().int().nonnegative(),
  log: z.string(),
});

const { calls, seed, first, log } = optionsSchema.parse(
  parseArgs({
    options: {
      calls: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      first: { type: 'string', default: '0' },
      log: { type: 'string', default: 'silent' },
    },
  }).values,
);
console.log(`${calls} calls, seed ${seed}`);
const broken = new Map<string, number>();
for (let begin = first; begin < first + calls; begin += callsAtATime) await holdSome(begin);
for (const [promise, times] of broken) console.log(`broken ${times} times: ${promise}`);
if (broken.size === 0) console.log('every promise was kept');
else process.exitCode = 1;

async function holdSome(begin: number): Promise<void> {
  const count = Math.min(callsAtATime, first + calls - begin);
  const { held, counts } = await holdCalls({ first: begin, count, plan: everyFault(seed), logLevel: log });
  const struck = Object.values(counts).reduce((sum, times) => sum + times, 0);
  const found = violationsOf(held);
  console.log(`calls ${begin} to ${begin + count - 1}: ${struck} faults, ${found.length} promises broken`);
  for (const violation of found) tell(violation, held);
}

/** Of each promise the first time it was broken with all that happened; of the rest what it was. */
function tell({ promise, number, what }: Violation, held: HeldCalls): void {
  const times = broken.get(promise) ?? 0;
  broken.set(promise, times + 1);
  console.log(`  call ${indexOfNumber(number)} to ${number}, ${promise}: ${what}`);
  if (times > 0) return;
  console.log(courseOfCall(number, held));
  console.log(`  again: npm run faults -- --seed ${seed} --first ${indexOfNumber(number)} --calls 1\n`);
}
