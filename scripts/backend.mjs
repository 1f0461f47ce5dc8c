import { spawn } from 'node:child_process';
import process from 'node:process';
import { ensureBuilt } from './build.mjs';
import { checkNode, ensureInstalled } from './install.mjs';
import { main, root } from './run.mjs';

/** What a command needs besides itself: the simulator shows the customer's phone. */
const needs = { 'simulator-main': ['backend', 'console'] };

await main(runCommand);

/** Runs one of the backend's other commands, built as it is now: `node scripts/backend.mjs admin-create`. */
async function runCommand() {
  const [command, ...args] = process.argv.slice(2);
  checkNode();
  await ensureInstalled();
  await ensureBuilt(...(needs[command] ?? ['backend']));
  const child = spawn(process.execPath, ['--enable-source-maps', `out/backend/${command}.js`, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  const leaveToChild = () => undefined;
  process.on('SIGINT', leaveToChild);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done) => child.once('exit', (code) => done(code ?? 0)));
}
