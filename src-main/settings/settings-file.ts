import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type SettingsFile, settingsSchema } from './settings.ts';

const storedSchema = z.record(z.string(), z.unknown());

/**
 * Settings as JSON at `path`, read once, for no other program writes it. What cannot be read is as good as nothing; what another version
 * of the app has stored stays.
 */
export function openSettingsFile(path: string): SettingsFile {
  let stored = storedAt(path);
  let settings = settingsSchema.parse(stored);
  return {
    read: () => settings,
    change: (changed) => {
      settings = { ...settings, ...changed };
      stored = { ...stored, ...changed };
      replace(path, JSON.stringify(stored, null, 2));
    },
  };
}

function storedAt(path: string): z.infer<typeof storedSchema> {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}

/** All of it or nothing, also when the power fails in the middle. */
function replace(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.next`;
  writeFileSync(next, text, { mode: 0o600, flush: true });
  renameSync(next, path);
}
