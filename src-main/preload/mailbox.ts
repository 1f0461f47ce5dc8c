import { z } from 'zod';
import type { Unsubscribe } from '../ipc/contract/bridges.ts';

/** Where notices of one kind arrive for the page. */
export interface Mailbox<Body> {
  deliver(body: unknown): void;
  listen(listener: (body: Body) => void): Unsubscribe;
}

/**
 * What comes while nobody listens is dropped, or, with `keep-last`, given to the first who does: a link can be followed before
 * the page is up, but a mute pressed then must not strike a later call.
 */
export function createMailbox<Body>(
  schema: z.core.$ZodType<Body>,
  unheard: 'drop' | 'keep-last',
): Mailbox<Body> {
  const listeners = new Set<(body: Body) => void>();
  let waiting: { readonly body: Body } | null = null;

  return {
    deliver: (raw) => {
      const body = z.parse(schema, raw);
      if (listeners.size === 0 && unheard === 'keep-last') waiting = { body };
      for (const listener of listeners) listener(body);
    },

    listen: (listener) => {
      // A wrapper of its own, so that the same function may listen twice and stop once.
      const entry = (body: Body): void => listener(body);
      listeners.add(entry);
      if (waiting !== null) {
        entry(waiting.body);
        waiting = null;
      }
      return () => {
        listeners.delete(entry);
      };
    },
  };
}
