import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser to test in: `CHROMIUM_PATH`, else an installed one; undefined leaves it to Playwright's own download. */
export function chromiumPath(): string | undefined {
  return process.env['CHROMIUM_PATH'] ?? usualPlaces.find((path) => existsSync(path));
}
