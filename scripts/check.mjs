import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { main, run, script } from './run.mjs';
import { firstLine } from './test-report.mjs';

/** Everything that reads the code without running it. */
const checks = [
  { name: 'lint and format', path: '@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings'] },
  { name: 'types', path: 'typescript-native/bin/tsc', args: ['-p', 'tsconfig.json'] },
  { name: 'types of the console', path: 'typescript-native/bin/tsc', args: ['-p', 'tsconfig.renderer.json'] },
  { name: 'import rules', path: null, args: ['scripts/check-imports.mjs'] },
  { name: 'dead code', path: 'knip/bin/knip.js', args: [] },
];

/** Runs every check, says how each went, and shows what the failed ones said. */
export async function runChecks() {
  const failures = [];
  for (const { name, path, args } of checks) {
    const command = path === null ? args : [script(path), ...args];
    const { ok, output } = await run(process.execPath, command, { capture: true });
    process.stdout.write(`${ok ? '✓' : '✗'} ${name}\n${ok ? '' : output}`);
    if (!ok) failures.push({ name, problem: firstLine(output) });
  }
  return { passed: checks.length - failures.length, failures, skipped: [] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => ((await runChecks()).failures.length === 0 ? 0 : 1));
}
