import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export type Environment = Readonly<Record<string, string>>;

/** A real keyring of the Linux desktop, unlocked, with a session bus of its own. */
export interface TestKeyring extends AsyncDisposable {
  /** With these a program finds it. */
  readonly environment: Environment;
}

const programs = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'];

/** Why no keyring can be opened here; null where one can. */
export function reasonAgainstKeyring(): string | null {
  const missing = programs.filter((program) => !isInstalled(program));
  return missing.length === 0 ? null : `not installed here: ${missing.join(', ')}`;
}

/** Keeps what it is given in `folder`: another one there finds it again. */
export async function openKeyring(folder: string): Promise<TestKeyring> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const home = { HOME: folder, XDG_DATA_HOME: join(folder, 'data'), XDG_RUNTIME_DIR: folder };
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env: { ...process.env, ...home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = await once(bus.stdout, 'data');
  const environment = { ...home, DBUS_SESSION_BUS_ADDRESS: String(address).trim() };

  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keyring.stdin.end('a password for tests');
  while (!hasKeyring(environment)) await setTimeout(50);

  return {
    environment,
    [Symbol.asyncDispose]: async () => {
      await end(keyring);
      await end(bus);
    },
  };
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function hasKeyring(environment: Environment): boolean {
  const question = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'];
  const answer = execFileSync(
    'dbus-send',
    [...question, 'org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'],
    { env: { ...process.env, ...environment } },
  );
  return answer.includes('boolean true');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
