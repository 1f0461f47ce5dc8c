import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartProblem } from '../config/start-problem.ts';
import { type Database, openDatabase } from './database.ts';

/** The data folder cannot be used; the message names it and says what to do. */
export class DataFolderProblem extends StartProblem {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataFolderProblem';
  }
}

/** Opens the database in the data folder, and makes the folder when it is missing. Throws `DataFolderProblem`. */
export function openDataFolder(path: string): Database {
  const folder = resolve(path);
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return openDatabase(databaseIn(folder));
  } catch (error) {
    const problem = problemOf(error, folder);
    throw problem === null ? error : new DataFolderProblem(problem, { cause: error });
  }
}

/** Where the database of a data folder is. */
export function databaseIn(folder: string): string {
  return join(resolve(folder), 'toritsugi.sqlite');
}

/** One folder at a time: Node's own `recursive` never returns where the system lets nobody make any, such as in `/proc`. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  } else if (!statSync(folder).isDirectory()) {
    throw new DataFolderProblem(`${folder} is a file: set DATA_DIR to a folder.`);
  }
}

function problemOf(error: unknown, folder: string): string | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
      return `The data in ${folder} cannot be written to: set another DATA_DIR, or change who owns that one.`;
    case 'EROFS':
      return `The folder ${folder} is on a disk that cannot be written to: set another DATA_DIR.`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return `The disk of ${folder} is full: make room, or set another DATA_DIR.`;
    case 'SQLITE_NOTADB':
      return `The file toritsugi.sqlite in ${folder} is not a database of ours: move it away, or set another DATA_DIR.`;
    case 'SQLITE_CORRUPT':
      return `The database toritsugi.sqlite in ${folder} is damaged: restore a backup of it, or set another DATA_DIR.`;
    default:
      return code.startsWith('E')
        ? `The folder ${folder} cannot be made (${code}): set another DATA_DIR.`
        : null;
  }
}
