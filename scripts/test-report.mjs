import { stripVTControlCharacters } from 'node:util';

/**
 * The end of `npm test`, made to be read alone, as the tail of a log: what was skipped and why, which tests failed with the first line of
 * what each said, and the line that counts.
 */
export function reportLines({ passed, failures, skipped }) {
  return [
    ...skipped.map(({ name, reason }) => `skipped: ${name}: ${reason}`),
    ...failures.flatMap(({ name, file, problem }) => [`failed: ${placeOf(file)}${name}`, `  ${problem}`]),
    `${passed} passed, ${failures.length} failed, ${skipped.length} skipped`,
  ];
}

function placeOf(file) {
  return file === undefined ? '' : `${file} > `;
}

/** The first line of an error that says anything, without colours. */
export function firstLine(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  return lines.map((line) => line.trim()).find((line) => line !== '') ?? 'no reason was given';
}
