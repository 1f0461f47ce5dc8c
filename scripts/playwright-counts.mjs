import { writeFileSync } from 'node:fs';
import process from 'node:process';

/** A Playwright reporter that leaves, in the file `TEST_COUNTS`, how many tests passed and failed, and why others were skipped. */
// biome-ignore lint/style/noDefaultExport: Playwright takes a reporter from the default export.
export default class Counts {
  #suite;
  #errors = 0;

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  onError() {
    this.#errors += 1;
  }

  onEnd() {
    const counts = { passed: 0, failed: this.#errors, skipped: [] };
    for (const test of this.#suite?.allTests() ?? []) count(test, counts);
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }

  printsToStdio() {
    return false;
  }
}

function count(test, counts) {
  const outcome = test.outcome();
  if (outcome === 'unexpected') counts.failed += 1;
  else if (outcome !== 'skipped') counts.passed += 1;
  else counts.skipped.push({ name: test.titlePath().filter(Boolean).join(' > '), reason: reasonOf(test) });
}

function reasonOf(test) {
  const annotations = [...test.annotations, ...test.results.flatMap((result) => result.annotations ?? [])];
  const skip = annotations.find(({ type, description }) => type === 'skip' && description);
  return skip?.description ?? 'marked so in the test, or not reached';
}
