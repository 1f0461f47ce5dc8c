import { type Logger, pino } from 'pino';
import { readableLine } from './readable-log.ts';

export type Log = Logger;

/** `text`: one readable line an event, for a terminal. `json`: for programs. */
export type LogFormat = 'text' | 'json';

/** Structured, one line an event; secrets, numbers and what was said are never passed to it. */
export function createLog(level: string, format: LogFormat = 'json'): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  };
  if (format === 'json') return pino(options);
  return pino(options, { write: (line: string) => process.stdout.write(readableLine(line)) });
}
