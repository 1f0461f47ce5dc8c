import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freePort } from '../support/free-port.ts';

const lineSchema = z.object({ msg: z.string(), signal: z.string().optional() });

/** Nobody is called without a customer, and without demo data it starts at once. */
const carrier = {
  PUBLIC_URL: 'https://calls.example.com',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a token for tests',
  TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`,
  TWILIO_API_KEY_SECRET: 'a secret for tests',
  TWILIO_APP_SID: `AP${'0'.repeat(32)}`,
  TWILIO_NUMBER: '+81312345678',
};

let folder: string;
let port: number;
let backend: ChildProcess;
let written: Promise<string>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-data-'));
  port = await freePort();
  backend = spawn(process.execPath, ['--enable-source-maps', 'out/backend/main.js'], {
    env: { ...process.env, ...carrier, LOG_LEVEL: 'info', DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (backend.stdout === null) throw new Error('the backend has no output');
  written = text(backend.stdout);
  const [event] = await Promise.race([once(backend, 'message'), once(backend, 'exit').then(() => ['died'])]);
  if (event === 'died') throw new Error('the backend did not start');
});

afterEach(() => {
  backend.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function endedBy(signal: NodeJS.Signals) {
  const exit = once(backend, 'exit');
  backend.kill(signal);
  const [code] = await exit;
  const lines = (await written).trim().split('\n');
  return { code, log: lines.map((line) => lineSchema.parse(JSON.parse(line))) };
}

describe('a backend that is told to stop', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says so on %s, ends well, and closes its database',
    async (signal) => {
      const { code, log } = await endedBy(signal);

      expect(code).toBe(0);
      expect(log.slice(-2)).toEqual([{ msg: 'stopping', signal }, { msg: 'stopped' }]);
      expect(readdirSync(folder).toSorted()).toEqual(['auth-secret', 'toritsugi.sqlite']);
    },
  );

  it('does not wait for somebody who is connected and silent', async () => {
    const connection = connect(port, '127.0.0.1');
    await once(connection, 'connect');

    const { code, log } = await endedBy('SIGTERM');

    expect(code).toBe(0);
    expect(log.at(-1)).toEqual({ msg: 'stopped' });
    connection.destroy();
  });
});
