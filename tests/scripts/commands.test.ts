import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function node(args: readonly string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...env },
  });
  return { status, stdout: stdout.trim(), stderr: stderr.trim() };
}

/** What an expression over a script's exports is, as the script itself would see it. */
function evaluated(module: string, expression: string, env: Record<string, string> = {}): unknown {
  const code = `import * as it from './scripts/${module}.mjs'; console.log(JSON.stringify(${expression}))`;
  return JSON.parse(node(['--input-type=module', '-e', code], env).stdout);
}

describe('npm start', () => {
  async function withTakenPort<T>(work: (port: number) => T): Promise<T> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const result = work(typeof address === 'object' ? (address?.port ?? 0) : 0);
    await new Promise((closed) => server.close(closed));
    return result;
  }

  it('says in one sentence that the port is taken, and what to do', async () => {
    const { status, stderr, port } = await withTakenPort((taken) => ({
      ...node(['scripts/start.mjs'], { PORT: String(taken), DATA_DIR: folder }),
      port: taken,
    }));

    expect(status).toBe(1);
    expect(stderr.split('\n')).toEqual([expect.stringContaining(`Port ${port} is taken`)]);
  });

  it("says it in Japanese where the user's system does", async () => {
    const { stderr } = await withTakenPort((port) =>
      node(['scripts/start.mjs'], { PORT: String(port), DATA_DIR: folder, LANG: 'ja_JP.UTF-8' }),
    );

    expect(stderr).toContain('使用中');
  });

  it.each([[[]], [['data']]])('says in one sentence that there is a file in the place of %j', (below) => {
    const file = join(folder, 'file');
    writeFileSync(file, '');

    const { status, stderr } = node(['scripts/start.mjs'], { DATA_DIR: join(file, ...below) });

    expect(status).toBe(1);
    expect(stderr).toBe(`${file} is a file: set DATA_DIR to a folder.`);
  });
});

describe('the set-up', () => {
  it.each(['18.20.0', '20.18.9'])('refuses Node %s', (version) => {
    const code = `import { checkNode } from './scripts/install.mjs'; checkNode('${version}')`;

    const { status, stderr } = node(['--input-type=module', '-e', code]);

    expect(status).not.toBe(0);
    expect(stderr).toContain(version);
  });

  it.each(['20.19.0', '22.1.0', '24.0.0'])('takes Node %s', (version) => {
    expect(evaluated('install', `it.checkNode('${version}') ?? 'taken'`)).toBe('taken');
  });

  it("gives node-gyp the running Node's own headers", () => {
    mkdirSync(join(folder, 'include/node'), { recursive: true });
    writeFileSync(join(folder, 'include/node/node.h'), '');

    const expression = `it.headersOfThisNode('${folder}/bin/node', {})`;

    expect(evaluated('install', expression)).toEqual({ npm_config_nodedir: folder });
  });

  it('leaves node-gyp alone where there are no headers, or where it was told already', () => {
    expect(evaluated('install', `it.headersOfThisNode('${folder}/bin/node', {})`)).toEqual({});
    expect(
      evaluated('install', `it.headersOfThisNode(process.execPath, { npm_config_nodedir: '/usr' })`),
    ).toEqual({});
  });
});

describe('a failed installation', () => {
  it('names what is missing to compile the database', () => {
    const output = 'npm error gyp ERR! stack Error: not found: make';

    const sentence = evaluated('install', `it.explain('${output}', 'linux')`, { PATH: folder });

    expect(sentence).toContain('this machine lacks: python3, make, g++.');
  });

  it('blames no compiler that is there', () => {
    for (const tool of ['python3', 'make', 'g++']) writeFileSync(join(folder, tool), '');

    const sentence = evaluated('install', `it.explain('gyp ERR! build error', 'linux')`, { PATH: folder });

    expect(sentence).toContain('what npm said is in');
  });

  it.each(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN'])(
    'says after %s that there is no way to the registry',
    (code) => {
      const sentence = evaluated('install', `it.explain('npm error code ${code}')`);

      expect(sentence).toContain('npm cannot reach its registry');
    },
  );

  it('is foreseen where the project may not be written to', () => {
    const code = `import { checkWritable } from './scripts/install.mjs'; checkWritable('/nowhere')`;

    const { status, stderr } = node(['--input-type=module', '-e', code]);

    expect(status).not.toBe(0);
    expect(stderr).toContain('/nowhere, which cannot be written to');
  });
});

describe('the desktop app', () => {
  it.each([
    ['for root', `{ DISPLAY: ':0' }, 'linux', 0`, 'it does not run as root'],
    ['without a display', `{}, 'linux', 1000`, 'there is no display'],
  ])('is not opened %s', (_when, values, reason) => {
    expect(evaluated('desktop-app', `it.reasonAgainstDesktop(${values})`)).toBe(reason);
  });

  it.each([
    `{ DISPLAY: ':0' }, 'linux', 1000`,
    `{ WAYLAND_DISPLAY: 'w' }, 'linux', 1000`,
    `{}, 'darwin', 501`,
  ])('is opened for %s', (values) => {
    expect(evaluated('desktop-app', `it.reasonAgainstDesktop(${values})`)).toBeNull();
  });
});
