import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDisplay } from './display.ts';
import { findElectron } from './electron-runtime.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Packs the built app, as it is shipped but for the debugger that Playwright needs, and opens a screen. */
// biome-ignore lint/style/noDefaultExport: Playwright takes a global set-up from the default export.
export default async function setUp(): Promise<() => void> {
  const electron = findElectron(root);
  if (electron.kind === 'missing') return skipAll(electron.why);
  const display = await openDisplay();
  if (display.kind === 'missing') return skipAll(display.why);

  for (const built of ['out/main/index.js', 'out/preload/console.cjs', 'out/renderer/alert.html']) {
    if (!existsSync(join(root, built)))
      throw new Error(`${built} is missing: run \`npx electron-vite build\` first`);
  }
  execFileSync('npx', ['tsx', 'scripts/package-desktop.ts', '--inspectable'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ELECTRON_RUNTIME: electron.folder },
  });
  process.env['DISPLAY'] = display.name;
  process.env['DESKTOP_ELECTRON'] = electron.folder;
  process.env['DESKTOP_EXECUTABLE'] = join(root, 'dist/inspectable/linux-unpacked/toritsugi');
  return display.close;
}

function skipAll(why: string): () => void {
  process.env['DESKTOP_SKIPPED'] = why;
  return () => undefined;
}
