import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './build.mjs';
import { runChecks } from './check.mjs';
import { checkNode, ensureInstalled } from './install.mjs';
import { main, Problem, run, script } from './run.mjs';
import { ensureChromium, ensureDesktop } from './test-programs.mjs';
import { firstLine, reportLines } from './test-report.mjs';

await main(testEverything);

/** `npm test`: sets up, reads the code, runs every test, and ends with what failed and one line that counts. */
async function testEverything() {
  checkNode();
  await ensureInstalled();
  const noChromium = await ensureChromium();
  const noDesktop = await ensureDesktop();

  const stages = [
    ['code', runChecks],
    ['build', build],
    // Whole calls wait more than they compute: one at a time would leave the machine idle.
    ['unit and integration tests', () => vitest('node', ['--maxWorkers=4'])],
    ['component tests in Chromium', () => noChromium ?? vitest('browser')],
    ['end-to-end tests in Chromium', () => noChromium ?? playwright('tests/e2e/playwright.config.ts')],
    ['desktop tests in Electron', () => noDesktop ?? playwright('tests/desktop/playwright.config.ts')],
  ];
  const total = { passed: 0, failures: [], skipped: [] };
  for (const [name, work] of stages) {
    process.stdout.write(`\n── ${name}\n`);
    const outcome = await work();
    add(total, typeof outcome === 'string' ? skippedStage(name, outcome) : outcome);
  }
  return report(total);
}

async function build() {
  try {
    await ensureBuilt('backend', 'desktop');
    return { passed: 1, failures: [], skipped: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stdout.write(`${error.message}\n`);
    return { passed: 0, failures: [{ name: 'build', problem: firstLine(error.message) }], skipped: [] };
  }
}

function vitest(project, options = []) {
  const reporters = ['--reporter=default', '--reporter=./scripts/vitest-counts.mjs'];
  return counted(script('vitest/vitest.mjs'), ['run', '--project', project, ...options], reporters);
}

function playwright(config) {
  const reporters = ['--reporter=list,./scripts/playwright-counts.mjs'];
  return counted(script('playwright/cli.js'), ['test', '--config', config], reporters);
}

/** Runs a test program with the reporter that counts; one that died before it could count has failed once. */
async function counted(program, args, reporters) {
  const folder = mkdtempSync(join(tmpdir(), 'toritsugi-test-'));
  const file = join(folder, 'counts.json');
  const { ok } = await run(process.execPath, [program, ...args, ...reporters], {
    env: { TEST_COUNTS: file },
  });
  const counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failures: [], skipped: [] };
  rmSync(folder, { recursive: true });
  if (!ok && counts.failures.length === 0) {
    counts.failures.push({ name: `${basename(program)} ${args.join(' ')}`, problem: 'ended with an error' });
  }
  return counts;
}

function skippedStage(name, reason) {
  return { passed: 0, failures: [], skipped: [{ name, reason }] };
}

function add(total, { passed, failures, skipped }) {
  total.passed += passed;
  total.failures.push(...failures);
  total.skipped.push(...skipped);
}

function report(total) {
  process.stdout.write(`\n${reportLines(total).join('\n')}\n`);
  return total.failures.length === 0 ? 0 : 1;
}
