import { pino } from 'pino';
import { z } from 'zod';
import type { Log } from '../../backend/kernel/log.ts';

const lineSchema = z.looseObject({ level: z.number(), msg: z.string() });

export interface KeptLog {
  readonly log: Log;
  /** Every line so far. */
  readonly lines: readonly z.infer<typeof lineSchema>[];
}

/** A log that is read by the test instead of a person. */
export function keptLog(): KeptLog {
  const lines: z.infer<typeof lineSchema>[] = [];
  const write = (line: string) => lines.push(lineSchema.parse(JSON.parse(line)));
  return { log: pino({ level: 'debug', base: null, timestamp: false }, { write }), lines };
}
