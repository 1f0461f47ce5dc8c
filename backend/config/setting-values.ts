import { z } from 'zod';

export function text() {
  return z.string().trim().min(1);
}

export function wholeNumber(least: number, most: number) {
  const problem = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(problem).int(problem).min(least, problem).max(most, problem);
}

export function numberBetween(least: number, most: number) {
  const problem = `must be a number from ${least} to ${most}`;
  return z.coerce.number(problem).min(least, problem).max(most, problem);
}

export function httpUrl() {
  return z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => url.replace(/\/+$/, ''));
}

export function list() {
  return z.string().transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );
}

export function oneOf<const Choice extends string>(choices: readonly Choice[]) {
  return z.enum(choices, `must be one of ${choices.join(', ')}`);
}

export function onOff() {
  return oneOf(['on', 'off']).transform((value) => value === 'on');
}

export function sid(prefix: string) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), `must be ${prefix} and 32 hexadecimal digits`);
}

export function timeZone() {
  return z.string().refine(isTimeZone, 'must be a time zone such as Asia/Tokyo');
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** 特定商取引法 and the guidance on it: nobody is called before 08:00 or after 21:00, whatever is set. */
const outerHours = { from: 8 * 60, to: 21 * 60 } as const;

export function callingHours() {
  const problem = 'must look like 09:00-18:00, within 08:00-21:00';
  return z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, problem)
    .transform((value) => {
      const [from, to] = value.split('-');
      return { from: minutesOf(from), to: minutesOf(to) };
    })
    .refine(({ from, to }) => from >= outerHours.from && to <= outerHours.to && from < to, problem);
}

function minutesOf(time = '00:00'): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
