/** The process cannot start, and the person who started it can help; the message tells them how, in one sentence. */
export class StartProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartProblem';
  }
}

/** Puts what the system says into such a sentence; null for what nobody foresaw. */
export function startProblemOf(error: unknown): StartProblem | null {
  if (error instanceof StartProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const sentence = sentences[code];
  return sentence === undefined ? null : new StartProblem(sentence);
}

const folderNotWritable =
  'The folder DATA_DIR cannot be written to: choose another one, or change who owns it.';

const sentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port PORT is taken: stop the other program, or set another PORT.',
  EACCES: 'Not allowed to open the port PORT or to write to DATA_DIR: choose others.',
  EADDRNOTAVAIL: 'The address HOST does not belong to this machine.',
  ENOSPC: 'The disk of DATA_DIR is full.',
  EROFS: folderNotWritable,
  SQLITE_CANTOPEN: folderNotWritable,
  SQLITE_READONLY: folderNotWritable,
  SQLITE_NOTADB:
    'The database in DATA_DIR is not one of ours, or it is damaged: move it away, or set another DATA_DIR.',
  SQLITE_CORRUPT: 'The database in DATA_DIR is damaged: restore a backup, or set another DATA_DIR.',
};
