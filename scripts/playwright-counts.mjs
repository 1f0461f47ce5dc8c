import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';
import { firstLine } from './test-report.mjs';

/** A Playwright reporter that leaves, in the file `TEST_COUNTS`, how many tests passed, which failed, and why others were skipped. */
// biome-ignore lint/style/noDefaultExport: Playwright takes a reporter from the default export.
export default class Counts {
  #suite;
  #failures = [];

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  onError(error) {
    this.#failures.push({ name: 'outside any test', problem: firstLine(error.message) });
  }

  onEnd() {
    const counts = { passed: 0, failures: this.#failures, skipped: [] };
    for (const test of this.#suite?.allTests() ?? []) count(test, counts);
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }

  printsToStdio() {
    return false;
  }
}

function count(test, counts) {
  const outcome = test.outcome();
  if (outcome === 'unexpected') counts.failures.push(failureOf(test));
  else if (outcome !== 'skipped') counts.passed += 1;
  else counts.skipped.push({ name: nameOf(test), reason: reasonOf(test) });
}

function failureOf(test) {
  const error = test.results.flatMap((result) => result.errors)[0];
  const file = relative(process.cwd(), test.location.file);
  return { name: nameOf(test), file, problem: firstLine(error?.message) };
}

/** Without the project and the file, which head every title path. */
function nameOf(test) {
  return test.titlePath().slice(3).join(' > ');
}

function reasonOf(test) {
  const annotations = [...test.annotations, ...test.results.flatMap((result) => result.annotations ?? [])];
  const skip = annotations.find(({ type, description }) => type === 'skip' && description);
  return skip?.description ?? 'marked so in the test, or not reached';
}
