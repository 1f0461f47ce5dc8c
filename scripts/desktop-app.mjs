import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { root, run, script } from './run.mjs';
import { say } from './words.mjs';

const failed = join(root, 'out', '.electron-not-available');
const dayMs = 24 * 60 * 60 * 1_000;

/** Why the desktop app cannot be opened here, whatever is installed; null where it can. */
export function reasonAgainstDesktop(
  env = process.env,
  platform = process.platform,
  userId = process.getuid?.(),
) {
  if (userId === 0) return say('asRoot');
  const hasDisplay = platform === 'darwin' || platform === 'win32' || env.DISPLAY || env.WAYLAND_DISPLAY;
  return hasDisplay ? null : say('noDisplay');
}

/** Electron's program, downloaded where it is missing and can be; null where it cannot. A download that failed is not tried again for a day. */
export async function ensureElectron() {
  const present = electronProgram();
  if (present !== null) return present;
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < dayMs) return null;
  process.stdout.write(`${say('fetchingElectron')}\n`);
  const { ok } = await run(process.execPath, [script('electron/install.js')], {
    capture: true,
    onStart: (child) => setTimeout(() => child.kill(), 180_000).unref(),
  });
  if (!ok) {
    mkdirSync(dirname(failed), { recursive: true });
    writeFileSync(failed, '');
  }
  return electronProgram();
}

function electronProgram() {
  const folder = script('electron');
  const path = join(folder, 'path.txt');
  if (!existsSync(path)) return null;
  const program = join(folder, 'dist', readFileSync(path, 'utf8'));
  return existsSync(program) ? program : null;
}
