/** The process cannot start, and the person who started it can help; the message tells them how, in one sentence. */
export class StartProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartProblem';
  }
}

/** A setting is wrong; the message names it and says what is wrong with it, in one sentence for the person who set it. */
export class WrongSetting extends StartProblem {
  constructor(setting: string, problem: string) {
    super(`The setting ${setting} ${problem}.`);
    this.name = 'WrongSetting';
  }
}

/** Puts what the system says into such a sentence; null for what nobody foresaw. */
export function startProblemOf(error: unknown): StartProblem | null {
  if (error instanceof StartProblem) return error;
  if (!(error instanceof Error)) return null;
  const sentence = 'code' in error ? sentences[String(error.code)] : undefined;
  return sentence === undefined ? startProblemOf(error.cause) : new StartProblem(sentence);
}

const diskFull = 'The disk of DATA_DIR is full: make room, or set another DATA_DIR.';

const sentences: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port PORT is taken: stop the other program, or set another PORT.',
  EACCES: 'Not allowed to open the port PORT: set another one, above 1023.',
  EADDRNOTAVAIL: 'The address HOST does not belong to this machine.',
  ENOTFOUND: 'The address HOST does not belong to this machine.',
  ENOSPC: diskFull,
  SQLITE_FULL: diskFull,
  SQLITE_CORRUPT: 'The database in DATA_DIR is damaged: restore a backup, or set another DATA_DIR.',
};
