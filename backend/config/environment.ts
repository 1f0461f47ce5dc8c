import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type Config, parseConfig } from './config.ts';
import { parseSetUpSettings, type SetUpSettings } from './set-up-settings.ts';

/** The settings of this process: its environment, and for what is not set there the file `.env` in the current folder. */
export function readEnvironment(): Config {
  return parseConfig(values());
}

/** The same for those who are still setting up: what is missing is null. */
export function readSetUpEnvironment(): SetUpSettings {
  return parseSetUpSettings(values());
}

function values(): Readonly<Record<string, string | undefined>> {
  return { ...readEnvFile('.env'), ...process.env };
}

function readEnvFile(path: string): Readonly<Record<string, string | undefined>> {
  return existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {};
}
