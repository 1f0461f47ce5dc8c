import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authSecretIn } from '../../../backend/auth/auth-secret.ts';
import { StartProblem } from '../../../backend/config/start-problem.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('authSecretIn', () => {
  it('makes a secret once, which nobody else can read', () => {
    const secret = authSecretIn(folder);

    expect(authSecretIn(folder)).toBe(secret);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(folder, 'auth-secret')).mode & 0o077).toBe(0);
  });

  it('makes another one for another folder', () => {
    mkdirSync(join(folder, 'other'));

    expect(authSecretIn(folder)).not.toBe(authSecretIn(join(folder, 'other')));
  });

  it.each(['', 'short\n'])('does not sign sessions with what is left of one: %j', (rest) => {
    writeFileSync(join(folder, 'auth-secret'), rest);

    expect(() => authSecretIn(folder)).toThrow(StartProblem);
  });

  it('says which file cannot be read', () => {
    mkdirSync(join(folder, 'auth-secret'));

    expect(() => authSecretIn(folder)).toThrow(`${join(folder, 'auth-secret')} cannot be read`);
  });
});
