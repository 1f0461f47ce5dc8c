import { z } from 'zod';
import type { PageName } from '../security/own-page.ts';
import {
  type RequestBodies,
  type RequestName,
  type RequestReplies,
  requests,
  requestsOfPage,
} from './contract/messages.ts';
import type { Sender } from './sender.ts';

/** One answer for each request that the contract knows. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    body: RequestBodies[Name],
  ) => RequestReplies[Name] | Promise<RequestReplies[Name]>;
};

export type IpcRefusal = 'foreign-sender' | 'unknown-request' | 'malformed-body';

export interface RequestDeskDeps {
  readonly handlers: RequestHandlers;
  readonly onRefused: (refusal: IpcRefusal, request: string) => void;
  readonly onFailed: (request: RequestName, error: unknown) => void;
}

/**
 * Answers requests from our own pages, to each what it may ask. Rejects, and reports, what is foreign, unknown or malformed; the page
 * learns no more.
 */
export type RequestDesk = (sender: Sender, envelope: unknown) => Promise<unknown>;

export function createRequestDesk({ handlers, onRefused, onFailed }: RequestDeskDeps): RequestDesk {
  const refuse = (refusal: IpcRefusal, request: string): never => {
    onRefused(refusal, request);
    throw new Error(`refused: ${refusal}`);
  };

  return async (sender, envelope) => {
    if (sender === 'foreign') return refuse('foreign-sender', '');

    const known = envelopes[sender].safeParse(envelope);
    if (!known.success) return refuse('unknown-request', '');

    const { name, body } = known.data;
    const order = prepare(name, body, handlers);
    if (order === null) return refuse('malformed-body', name);
    try {
      return await order();
    } catch (error) {
      onFailed(name, error);
      throw new Error('failed');
    }
  };
}

const envelopes = {
  console: envelopeOf('console'),
  alert: envelopeOf('alert'),
  stopped: envelopeOf('stopped'),
};

function envelopeOf(page: PageName) {
  return z.object({
    name: z.custom<RequestName>((name) => typeof name === 'string' && requestsOfPage[page].has(name)),
    body: z.unknown(),
  });
}

const schemas: { readonly [Name in RequestName]: { readonly body: z.core.$ZodType<RequestBodies[Name]> } } =
  requests;

function prepare<Name extends RequestName>(
  name: Name,
  body: unknown,
  handlers: RequestHandlers,
): (() => unknown) | null {
  const parsed = z.safeParse(schemas[name].body, body);
  return parsed.success ? () => handlers[name](parsed.data) : null;
}
