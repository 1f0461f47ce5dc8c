import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { firstLine } from './test-report.mjs';

/** A Vitest reporter that leaves, in the file `TEST_COUNTS`, how many tests passed, which failed, and why others were skipped. */
// biome-ignore lint/style/noDefaultExport: Vitest takes a reporter from the default export.
export default class Counts {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failures: errors.map(failureOutsideTests), skipped: [] };
    for (const module of modules) {
      const file = module.relativeModuleId;
      for (const error of module.errors()) counts.failures.push({ ...failureOf('as a whole', error), file });
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors())
          counts.failures.push({ ...failureOf(suite.fullName, error), file });
      }
      for (const test of module.children.allTests()) count(test, file, counts);
    }
    writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
  }
}

function failureOutsideTests(error) {
  return failureOf('outside any test', error);
}

function failureOf(name, error) {
  return { name, problem: firstLine(error?.message) };
}

function count(test, file, counts) {
  const { state, errors, note } = test.result();
  if (state === 'passed') counts.passed += 1;
  else if (state === 'failed') counts.failures.push({ ...failureOf(test.fullName, errors[0]), file });
  else counts.skipped.push({ name: test.fullName, reason: note ?? 'marked so in the test' });
}
