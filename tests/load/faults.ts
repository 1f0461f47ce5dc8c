import { parseArgs } from 'node:util';
import { z } from 'zod';
import { brokenPromise } from '../integration/faults/broken-promises.ts';
import { courseOfCall } from '../integration/faults/course-of-call.ts';
import { indexOfNumber } from '../integration/faults/drawn-customers.ts';
import { everyFault } from '../integration/faults/fault-plans.ts';
import { holdCalls } from '../integration/faults/fault-run.ts';
import type { HeldCalls, Violation } from '../integration/faults/held-calls.ts';
import { violationsOf } from '../integration/faults/violations.ts';

/**
 * `npm run faults -- --calls 2000 --seed 7`: calls of random people while everything goes wrong now and then, and afterwards whether every
 * promise was kept; `--ai-leg customer` with the AI on the customers' own legs. `--first 130 --calls 1` with the same seed holds one of
 * them again. Ends with 1 when a promise was broken.
 */
const callsAtATime = 200;

const optionsSchema = z.object({
  calls: z.coerce.number().int().positive(),
  seed: z.coerce.number().int(),
  first: z.coerce.number().int().nonnegative(),
  log: z.string(),
  'ai-leg': z.enum(['conference', 'customer']),
});

const {
  calls,
  seed,
  first,
  log,
  'ai-leg': aiLeg,
} = optionsSchema.parse(
  parseArgs({
    options: {
      calls: { type: 'string', default: '2000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      first: { type: 'string', default: '0' },
      log: { type: 'string', default: 'silent' },
      'ai-leg': { type: 'string', default: 'conference' },
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
  const { held, counts } = await holdCalls({
    first: begin,
    count,
    plan: everyFault(seed),
    logLevel: log,
    aiLeg,
  });
  const struck = Object.values(counts).reduce((sum, times) => sum + times, 0);
  const found = violationsOf(held);
  const received = held.calls.filter(({ direction }) => direction === 'inbound').length;
  console.log(
    `calls ${begin} to ${begin + count - 1}, ${received} of them received: ${struck} faults, ${found.length} promises broken`,
  );
  // Whoever rings has a call, as everybody has whom we ring.
  if (held.calls.length !== count) broken.set(`${held.calls.length} calls of ${count} are stored`, 1);
  for (const violation of found) tell(violation, held);
}

/** Of each promise the first time it was broken with all that happened; of the rest what it was. */
function tell(violation: Violation, held: HeldCalls): void {
  const { promise, number } = violation;
  const times = broken.get(promise) ?? 0;
  broken.set(promise, times + 1);
  console.log(`  ${brokenPromise(violation)}`);
  if (times > 0) return;
  console.log(courseOfCall(number, held));
  console.log(
    `  again: npm run faults -- --seed ${seed} --ai-leg ${aiLeg} --first ${indexOfNumber(number)} --calls 1\n`,
  );
}
