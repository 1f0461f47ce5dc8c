import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { checkNode, ensureInstalled } from './install.mjs';
import { main, Problem, run, script } from './run.mjs';

await main(holdWithOtherDraws);

/** `npm run properties`: holds the tests of properties with draws they have not seen, round after round, and stops at the first that fails. */
async function holdWithOtherDraws() {
  const { rounds, seed: first } = readOptions();
  checkNode();
  await ensureInstalled();
  const files = filesWithProperties();
  for (let round = 0; round < rounds; round += 1) {
    const seed = first + round;
    process.stdout.write(`── round ${round + 1} of ${rounds}, seed ${seed}\n`);
    const args = ['run', '--project', 'node', '--silent', ...files];
    const { ok } = await run(process.execPath, [script('vitest/vitest.mjs'), ...args], {
      env: { PROPERTY_SEED: String(seed) },
    });
    if (!ok) {
      process.stdout.write(`\nThe same again: npm run properties -- --seed ${seed} --rounds 1\n`);
      return 1;
    }
  }
  return 0;
}

function readOptions() {
  const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
  const rounds = Number(values.rounds ?? 10);
  const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
  if (!(Number.isInteger(rounds) && rounds > 0 && Number.isInteger(seed) && seed > 0)) {
    throw new Problem(
      'Usage: npm run properties -- [--rounds 10] [--seed 42], each a whole number above zero.',
    );
  }
  return { rounds, seed };
}

function filesWithProperties() {
  return readdirSync('tests/backend', { recursive: true })
    .map((file) => join('tests/backend', file))
    .filter((file) => file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes("from 'fast-check'"));
}
