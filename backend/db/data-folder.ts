import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, openDatabase } from './database.ts';

/** Opens the database in the data folder, and makes the folder when it is missing. */
export function openDataFolder(folder: string): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openDatabase(join(folder, 'toritsugi.sqlite'));
}
