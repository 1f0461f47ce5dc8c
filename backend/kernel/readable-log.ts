import { z } from 'zod';

const entrySchema = z.looseObject({
  level: z.number(),
  time: z.iso.datetime(),
  msg: z.string().default(''),
  error: z.looseObject({ message: z.string() }).optional(),
});

const levels: readonly (readonly [from: number, name: string])[] = [
  [50, 'error'],
  [40, 'warn '],
  [30, 'info '],
  [0, 'debug'],
];

/** A line of the log as somebody reads it at a terminal: `10:03:20 warn  what happened (route=/api/session)`, by the local clock. */
export function readableLine(json: string): string {
  const { level, time, msg, error, ...rest } = entrySchema.parse(JSON.parse(json));
  const name = levels.find(([from]) => level >= from)?.[1] ?? '';
  const at = new Date(time).toTimeString().slice(0, 'hh:mm:ss'.length);
  const why = error === undefined ? '' : `: ${error.message}`;
  const details = Object.entries(rest).map(([key, value]) => `${key}=${shown(value)}`);
  return `${at} ${name} ${msg}${why}${details.length > 0 ? ` (${details.join(', ')})` : ''}\n`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
