import type { MiddlewareHandler } from 'hono';

/** A request to the simulator's REST API, and its answer. */
export interface Exchanged {
  readonly method: string;
  /** With the query, after `/simulator`. */
  readonly path: string;
  readonly form: URLSearchParams;
  readonly status: number;
  readonly json: unknown;
}

export function writeDownExchanges(exchanged: Exchanged[]): MiddlewareHandler {
  return async (c, next) => {
    const { url, method } = c.req;
    const form = new URLSearchParams(await c.req.text());
    await next();
    const text = await c.res.clone().text();
    const path = url.slice(url.indexOf('/simulator') + '/simulator'.length);
    exchanged.push({
      method,
      path,
      form,
      status: c.res.status,
      json: text === '' ? undefined : JSON.parse(text),
    });
  };
}
