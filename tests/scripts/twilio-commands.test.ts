import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { freePort } from '../support/free-port.ts';
import { type SetUpBench, startSetUpBench } from '../support/set-up-bench.ts';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let bench: SetUpBench;
let folder: string;

/** Runs a command beside its own `.env`. It answers the signed webhook itself: nothing else listens at its port. */
function run(command: 'twilio-setup' | 'twilio-doctor', args: readonly string[], input = ''): Promise<Ended> {
  const env = { PATH: process.env['PATH'], LANG: 'C' };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [resolve(`out/backend/${command}.js`), ...args],
      { cwd: folder, env },
      (_error, stdout, stderr) => done({ code: child.exitCode ?? 1, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

function envFile(): Record<string, string | undefined> {
  return parseEnv(readFileSync(join(folder, '.env'), 'utf8'));
}

beforeEach(async () => {
  bench = await startSetUpBench({ holdings: (fitting) => ({ ...fitting, applications: [] }) });
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-set-up-'));
  const port = await freePort();
  const lines = {
    TWILIO_ACCOUNT_SID: simulatedAccount.accountSid,
    TWILIO_AUTH_TOKEN: simulatedAccount.authToken,
    TWILIO_NUMBER: simulatedAccount.callerNumber,
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SIMULATOR_URL: bench.restBaseUrl.replace('/simulator', ''),
  };
  const text = Object.entries(lines).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, '.env'), `# mine\n${text.join('')}`);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await bench[Symbol.asyncDispose]();
});

describe('npm run twilio:setup', () => {
  it('sets everything up in one go, and finds nothing to do in the next', async () => {
    const first = await run('twilio-setup', ['--yes']);
    const second = await run('twilio-setup', ['--yes']);

    expect(first.stderr).toBe('');
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('+ API key "Toritsugi" is made.');
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('Everything is right. Nothing was changed.');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toMatch(/^# mine\nTWILIO_ACCOUNT_SID=/);
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
  });

  it('shows no secret that it was told to write', async () => {
    const { stdout } = await run('twilio-setup', ['--yes']);

    expect(stdout).not.toContain(envFile()['TWILIO_API_KEY_SECRET']);
    expect(stdout).not.toContain(simulatedAccount.authToken);
  });

  it('asks before it writes, having shown the secret once', async () => {
    const { code, stdout } = await run('twilio-setup', [], 'y\ny\n');

    expect(code).toBe(0);
    expect(stdout.split(envFile()['TWILIO_API_KEY_SECRET'] ?? 'nothing')).toHaveLength(2);
  });

  it('leaves the file alone when nobody agrees, and is not content', async () => {
    const before = readFileSync(join(folder, '.env'), 'utf8');

    const { code, stdout } = await run('twilio-setup', []);

    expect(code).toBe(1);
    expect(stdout).toContain('TWILIO_API_KEY_SECRET=');
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(before);
  });

  it('changes nothing on a dry run', async () => {
    const { code, stdout } = await run('twilio-setup', ['--dry-run']);

    expect(code).toBe(1);
    expect(stdout).toContain('~ TwiML application "Toritsugi" is made.');
    expect(bench.exchanged.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('speaks Japanese when asked to', async () => {
    const { stdout } = await run('twilio-setup', ['--dry-run', '--lang', 'ja']);

    expect(stdout).toContain('認証情報は正しく、アカウントは有効です。');
  });

  it.each([
    [['--lang', 'fr'], '--lang takes en or ja.'],
    [['--force'], "Unknown option '--force'"],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const { code, stderr } = await run('twilio-setup', args);

    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });
});

describe('npm run twilio:doctor', () => {
  it('is content after the set-up, and says what only a call can show', async () => {
    await run('twilio-setup', ['--yes']);

    const { code, stdout } = await run('twilio-doctor', []);

    expect(code).toBe(0);
    expect(stdout).toContain('docs/manual-voice-test.md');
    expect(stdout).toContain('Everything is right.');
  });

  it('changes nothing, and is not content, before it', async () => {
    const { code, stdout } = await run('twilio-doctor', []);

    expect(code).toBe(1);
    expect(stdout).toContain('✗ TWILIO_APP_SID is not set.');
    expect(bench.exchanged.every(({ method }) => method === 'GET')).toBe(true);
  });
});
