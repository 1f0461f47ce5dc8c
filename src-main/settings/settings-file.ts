import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type SettingsFile, settingsSchema } from './settings.ts';

const storedSchema = z.record(z.string(), z.unknown());

export interface SettingsFileProblems {
  readonly onUnreadable: (error: unknown) => void;
  /** As on a full disk. */
  readonly onUnwritten: (error: unknown) => void;
}

/**
 * Settings as JSON at `path`, read once, for no other program writes it. A file that cannot be read is told of, and kept aside under the
 * name `….unreadable`, since the next change replaces it; what another version of the app has stored stays. A change that cannot be written
 * is told of, and holds for as long as the app runs.
 */
export function openSettingsFile(
  path: string,
  { onUnreadable, onUnwritten }: SettingsFileProblems,
): SettingsFile {
  let stored = storedAt(path, onUnreadable);
  let settings = settingsSchema.parse(stored);
  return {
    read: () => settings,
    change: (changed) => {
      settings = { ...settings, ...changed };
      stored = { ...stored, ...changed };
      try {
        replace(path, JSON.stringify(stored, null, 2));
      } catch (error) {
        onUnwritten(error);
        if (changed.session === null) remove(path, onUnwritten);
      }
    },
  };
}

function storedAt(path: string, onUnreadable: (error: unknown) => void): z.infer<typeof storedSchema> {
  if (!existsSync(path)) return {};
  try {
    return storedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    onUnreadable(error);
    keepAside(path, onUnreadable);
    return {};
  }
}

/** Not even that is a reason not to start. */
function keepAside(path: string, onFailed: (error: unknown) => void): void {
  try {
    copyFileSync(path, `${path}.unreadable`);
  } catch (error) {
    onFailed(error);
  }
}

/** Rather no settings than the session of somebody who has signed out. */
function remove(path: string, onFailed: (error: unknown) => void): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    onFailed(error);
  }
}

/** All of it or nothing, also when the power fails in the middle. */
function replace(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.next`;
  writeFileSync(next, text, { mode: 0o600, flush: true });
  renameSync(next, path);
}
