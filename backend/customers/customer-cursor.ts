import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { InvalidInput } from '../kernel/invalid-input.ts';

/** The values, in the order of the list, of the last row of a page. */
export type CursorValues = readonly (string | number)[];

const cursorSchema = z.tuple([z.string()], z.union([z.string(), z.number()]));

/** A cursor belongs to one order: with another it would point nowhere. */
export function cursorOf(sort: string, values: CursorValues): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

/** Refuses, with `invalid-input`, what is no cursor of this order. */
export function valuesOf(sort: string, cursor: string): CursorValues {
  const [of, ...values] = cursorSchema.safeParse(parsed(cursor)).data ?? [''];
  if (of === sort) return values;
  throw new InvalidInput([{ path: 'after', problem: 'is not the `next` of a page of this list' }]);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
