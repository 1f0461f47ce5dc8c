import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { npm, Problem, root } from './run.mjs';
import { say } from './words.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.toritsugi-installed');

/** Refuses a Node that is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Problem(say('nodeTooOld', version));
}

/** Installs the packages when they are missing, when the lock has changed, or when Node has. */
export async function ensureInstalled() {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  checkWritable();
  process.stdout.write(`${say('installing')}\n`);
  const { ok, output } = await withSignsOfLife(() =>
    npm(['ci', '--no-audit', '--no-fund'], { capture: true, env: headersOfThisNode() }),
  );
  if (!ok) throw new Problem(explain(output));
  writeFileSync(stamp, wanted);
}

/** For what is installed and built, which is kept in the project's folder. */
export function checkWritable(folder = root) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Problem(say('projectUnwritable', folder));
  }
}

/** The lock, and the binary interface that better-sqlite3 was made for. */
function fingerprint() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform} ${process.arch} ${process.versions.modules}`;
}

/** Also true after somebody's own `npm ci`. */
function isInstalled(wanted) {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted;
  const npmsOwn = join(modules, '.package-lock.json');
  if (!existsSync(npmsOwn)) return false;
  const fresh = statSync(npmsOwn).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (!fresh || !loads('better-sqlite3')) return false;
  writeFileSync(stamp, wanted);
  return true;
}

function loads(name) {
  try {
    const Database = createRequire(import.meta.url)(name);
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

/**
 * node-gyp compiles against Node's headers and downloads them, unless it is told where they are; they usually come with Node itself.
 */
export function headersOfThisNode(execPath = process.execPath, env = process.env) {
  if (env.npm_config_nodedir) return {};
  const prefix = dirname(dirname(execPath));
  return existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
}

async function withSignsOfLife(work) {
  const began = Date.now();
  let explained = false;
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - began) / 1_000);
    const compiling = !explained && isCompiling();
    explained ||= compiling;
    process.stdout.write(`${say(compiling ? 'compiling' : 'stillInstalling', seconds)}\n`);
  }, 20_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

function isCompiling() {
  const build = join(modules, 'better-sqlite3', 'build');
  return existsSync(build) && !existsSync(join(build, 'Release', 'better_sqlite3.node'));
}

/** Why `npm ci` failed, in one sentence, from what it wrote. */
export function explain(output, platform = process.platform) {
  const missing = ['python3', 'make', 'g++'].filter((tool) => !onPath(tool));
  if (output.includes('gyp ERR!') && missing.length > 0 && platform === 'linux') {
    return say('compilerMissing', missing.join(', '));
  }
  const log = join(root, 'out', 'npm-ci.log');
  mkdirSync(dirname(log), { recursive: true });
  writeFileSync(log, output);
  const offline = /npm (?:ERR!|error) code (?:ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN)/.test(
    output,
  );
  return say(offline ? 'registryUnreachable' : 'installFailed', log);
}

function onPath(tool) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool)));
}
