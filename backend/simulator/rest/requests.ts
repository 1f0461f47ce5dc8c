import type { Context } from 'hono';

/** The form of a request; the raw text, because every parameter may come several times. */
export async function formOf(c: Context): Promise<URLSearchParams> {
  return new URLSearchParams(await c.req.text());
}

/** The last part of a resource's path, without `.json`. */
export function resourceName(c: Context, parameter: string): string {
  return (c.req.param(parameter) ?? '').replace(/\.json$/, '');
}
