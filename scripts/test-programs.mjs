import { existsSync } from 'node:fs';
import process from 'node:process';
import { ensureElectron } from './desktop-app.mjs';
import { run, script } from './run.mjs';

const chromiums = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Sees to it that there is a Chromium to test in: the system's, else Debian's where we may install it, else Playwright's own download.
 * Null when there is one, else why there is none.
 */
export async function ensureChromium() {
  if (hasChromium()) return null;
  await aptInstall('chromium', 'fonts-noto-cjk');
  if (hasChromium()) return null;
  process.stdout.write("Fetching Playwright's Chromium for the browser tests.\n");
  const { ok } = await run(process.execPath, [script('playwright/cli.js'), 'install', 'chromium'], {
    capture: true,
  });
  return ok ? null : 'there is no Chromium, and none can be downloaded';
}

/** The same for the desktop tests: Electron, and a screen to show it on. */
export async function ensureDesktop() {
  if (!process.env.ELECTRON_RUNTIME && (await ensureElectron()) === null) {
    return 'there is no Electron, and none can be downloaded';
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !existsSync('/usr/bin/Xvfb')) {
    await aptInstall('xvfb');
  }
  // Of these one test makes use, which is skipped without them.
  if (process.platform === 'linux' && !existsSync('/usr/bin/gnome-keyring-daemon')) {
    await aptInstall('dbus', 'gnome-keyring', 'libsecret-1-0');
  }
  return null;
}

function hasChromium() {
  return Boolean(process.env.CHROMIUM_PATH) || chromiums.some((path) => existsSync(path));
}

/** On Debian and its like, for root; elsewhere it does nothing. */
async function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  process.stdout.write(`Installing ${packages.join(', ')} with apt-get for the tests.\n`);
  const quietly = { capture: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], quietly);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quietly);
}
