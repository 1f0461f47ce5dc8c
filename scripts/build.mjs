import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { checkWritable } from './install.mjs';
import { Problem, root, run, script } from './run.mjs';
import { say } from './words.mjs';

const shared = ['package-lock.json', 'tsconfig.base.json', 'backend/contract', 'resources/sounds'];

/** What is built: from which sources, into which folder, how. */
const parts = {
  backend: {
    name: 'backend',
    sources: ['package-lock.json', 'backend', 'scripts/build.mjs'],
    results: ['out/backend/main.js'],
    build: buildBackend,
  },
  console: {
    name: 'console',
    sources: [...shared, 'src-renderer', 'vite.renderer.config.ts'],
    results: ['out/renderer/index.html', 'out/renderer/phone.html'],
    build: () =>
      run(process.execPath, [
        script('vite/bin/vite.js'),
        'build',
        '-c',
        'vite.renderer.config.ts',
        '--logLevel',
        'warn',
      ]),
  },
  desktop: {
    name: 'desktop app',
    sources: [...shared, 'src-renderer', 'src-main', 'vite.renderer.config.ts', 'electron.vite.config.ts'],
    results: [
      'out/main/index.js',
      'out/preload/console.cjs',
      'out/preload/alert.cjs',
      'out/renderer/index.html',
      'out/renderer/alert.html',
    ],
    build: () =>
      run(process.execPath, [script('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']),
  },
};

/** Builds each of the named parts whose sources have changed since it was last built. */
export async function ensureBuilt(...names) {
  for (const name of names) {
    const part = parts[name];
    const stamp = join(root, 'out', `.${name}-built`);
    const wanted = fingerprint(part.sources);
    const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
    if (fresh && part.results.every((result) => existsSync(join(root, result)))) continue;
    checkWritable();
    process.stdout.write(`${say('building', part.name)}\n`);
    const { ok } = await part.build();
    if (!ok) throw new Problem(say('buildFailed', part.name));
    writeFileSync(stamp, wanted);
  }
}

const commands = [
  'main',
  'admin-create',
  'backup-now',
  'restore',
  'twilio-setup',
  'twilio-doctor',
  'simulator/main',
];

/** Modules that run in threads of their own: `backend/kernel/module-thread.ts` finds them by their last name. */
const threads = ['customers/import/import-worker', 'customers/export/xlsx-worker', 'backup/backup-worker'];

function nameOf(entry) {
  return threads.includes(entry) ? entry.split('/').at(-1) : entry.replace('/', '-');
}

/** One file for each command, and chunks for what they share. Packages stay outside: better-sqlite3 is native. */
async function buildBackend() {
  const { build } = await import('esbuild');
  const folder = join(root, 'out', 'backend');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entries = [...commands, ...threads];
  const { errors } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((entry) => [nameOf(entry), `backend/${entry}.ts`])),
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: true,
    logLevel: 'warning',
  }).catch((error) => error);
  if (errors.length === 0)
    cpSync(join(root, 'backend/db/migrations'), join(folder, 'migrations'), { recursive: true });
  return { ok: errors.length === 0 };
}

/** Changes whenever a source does. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  try {
    return readdirSync(full, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesIn(`${path}/${entry.name}`));
  } catch {
    return [path];
  }
}
