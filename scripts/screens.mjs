import process from 'node:process';
import { ensureBuilt } from './build.mjs';
import { checkNode, ensureInstalled } from './install.mjs';
import { main, Problem, run, script } from './run.mjs';
import { ensureChromium } from './test-programs.mjs';

await main(screens);

/**
 * `npm run screens`: a picture of every screen and state of the console, into `docs/screens/`. Takes some minutes: calls run in real time.
 * With names of scenes (`npm run screens -- talk sound`), of those only.
 */
async function screens() {
  checkNode();
  await ensureInstalled();
  const reason = await ensureChromium();
  if (reason !== null) throw new Problem(reason);
  await ensureBuilt('backend', 'console');
  const { ok } = await run(process.execPath, [
    script('tsx/dist/cli.mjs'),
    'tests/screens/make-screens.ts',
    ...process.argv.slice(2),
  ]);
  return ok ? 0 : 1;
}
