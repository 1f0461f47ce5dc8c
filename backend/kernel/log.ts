import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured, one line an event; secrets, numbers and what was said are never passed to it. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  });
}
