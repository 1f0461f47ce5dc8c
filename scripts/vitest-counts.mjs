import { writeFileSync } from 'node:fs';
import process from 'node:process';

/** A Vitest reporter that leaves, in the file `TEST_COUNTS`, how many tests passed and failed, and why others were skipped. */
// biome-ignore lint/style/noDefaultExport: Vitest takes a reporter from the default export.
export default class Counts {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: errors.length, skipped: [] };
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) count(test, counts);
    }
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }
}

function count(test, counts) {
  const { state, note } = test.result();
  if (state === 'passed') counts.passed += 1;
  else if (state === 'failed') counts.failed += 1;
  else counts.skipped.push({ name: test.fullName, reason: note ?? 'marked so in the test' });
}
