import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import util from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureElectron, reasonAgainstDesktop } from './desktop-app.mjs';
import { checkNode, ensureInstalled } from './install.mjs';
import { main, Problem, root } from './run.mjs';
import { say } from './words.mjs';

/** How long the backend may take to end calls and close its database. */
const patienceMs = 10_000;

await main(start);

/** `npm start`: from whatever state the folder is in to a console that can be used; ends when the backend does. */
async function start() {
  checkNode();
  const settings = { ...settingsFile(), ...process.env };
  checkDataFolder(resolve(root, settings.DATA_DIR || './data'));
  await checkPort(Number(settings.PORT || 8787));
  await ensureInstalled();
  const reason = reasonAgainstDesktop();
  const electron = reason === null ? await ensureElectron() : null;
  await ensureBuilt('backend', electron === null ? 'console' : 'desktop');

  const backend = spawn(process.execPath, ['--enable-source-maps', 'out/backend/main.js'], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: settings.LOG_LEVEL || 'warn' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise((done) => backend.once('exit', (code, signal) => done(signal ? 1 : code)));
  const stop = () => {
    backend.kill('SIGTERM');
    setTimeout(() => backend.kill('SIGKILL'), patienceMs).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  backend.on('message', (notice) => {
    greet(notice);
    if (electron === null) print(say('browserInstead', reason ?? say('noElectron')));
    else openDesktop(electron, notice.address, backend);
    print(say('stopHint'));
  });
  return ended;
}

function settingsFile() {
  const path = join(root, '.env');
  return existsSync(path) ? util.parseEnv(readFileSync(path, 'utf8')) : {};
}

/** Whether it can be made, or written to where it is there: the backend would find out as well, but only after the installation. */
function checkDataFolder(folder) {
  if (!existsSync(folder)) return checkDataFolder(dirname(folder));
  if (!statSync(folder).isDirectory()) throw new Problem(say('notAFolder', folder));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new Problem(say('folderUnwritable', folder));
  }
}

/** Likewise. A port that is no number is the backend's to explain. */
function checkPort(port) {
  if (!(port >= 1 && port <= 65_535)) return Promise.resolve();
  return new Promise((free, taken) => {
    const probe = createServer();
    probe.once('error', (error) =>
      error.code === 'EADDRINUSE' ? taken(new Problem(say('portTaken', port))) : free(),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => free()));
  });
}

function greet({ address, simulated, demoSignIns, accounts }) {
  print('');
  print(say('ready', address));
  if (simulated) print(say('simulated', address));
  if (accounts === 0) print(say('noAccount', adminCommand()));
  if (demoSignIns.length > 0) print(say('signIns'));
  for (const { email, password, name, role } of demoSignIns) {
    print(`  ${email}   ${password}   ${name} (${role})`);
  }
  print('');
}

/** For a terminal that does not know of a data folder that was set in this one. */
function adminCommand() {
  const folder = process.env.DATA_DIR;
  return `${folder ? `DATA_DIR=${JSON.stringify(folder)} ` : ''}npm run admin:create`;
}

function openDesktop(electron, address, backend) {
  print(say('desktopOpens'));
  const app = spawn(electron, ['.', `--server=${address}`], { cwd: root, stdio: 'ignore' });
  app.once('error', () => print(say('browserInstead', say('noElectron'))));
  backend.once('exit', () => app.kill());
}

function print(line) {
  process.stdout.write(`${line}\n`);
}
