import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type DescribeRouteOptions, resolver, uniqueSymbol } from 'hono-openapi';
import type { z } from 'zod';
import type { Caller } from '../auth/caller.ts';
import { type ErrorCode, errorBodySchema } from '../contract/errors.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ApiEnv } from './identify.ts';
import { refusalStatus } from './refusal-status.ts';

/** Who may use a route. */
export type Access = 'anyone' | 'signed-in' | 'admin';

/** What a route handler finds behind an `endpoint` that asks for a session. */
export interface SignedInEnv {
  readonly Variables: ApiEnv['Variables'] & { readonly caller: Caller };
}

export interface Endpoint {
  readonly tag: 'session' | 'calls' | 'offers' | 'agents' | 'customers' | 'softphone' | 'about';
  /** One line, as in a table of contents. */
  readonly summary: string;
  readonly answer: {
    readonly status: 200 | 201 | 202 | 204;
    /** Null for an empty body. */
    readonly schema: z.ZodType | null;
  };
  /** What it refuses besides wrong input, missing sessions and missing rights. */
  readonly refusals?: readonly ErrorCode[];
}

/** Name of the property in the OpenAPI document that tells who may use an operation. */
export const accessProperty = 'x-access';

/**
 * Declares a route: who may use it, what it answers, what it refuses. The first handler of every route under `/api`; it enforces what it
 * declares, and the OpenAPI document is made of it.
 */
export function endpoint(
  declared: Endpoint & { readonly access: Exclude<Access, 'anyone'> },
): MiddlewareHandler<SignedInEnv> {
  const guard = createMiddleware<SignedInEnv>(async (c, next) => {
    const { visitor } = c.var;
    if (visitor === null) throw new Refusal('not-signed-in', 'Sign in first.');
    if (declared.access === 'admin' && visitor.role !== 'admin') {
      throw new Refusal('not-allowed', 'Only an admin may do this.');
    }
    c.set('caller', visitor);
    await next();
  });
  return Object.assign(guard, { [uniqueSymbol]: { spec: specOf(declared, declared.access) } });
}

/** As `endpoint`, for the few routes that need no session. */
export function openEndpoint(declared: Endpoint): MiddlewareHandler<ApiEnv> {
  const pass = createMiddleware<ApiEnv>((_c, next) => next());
  return Object.assign(pass, { [uniqueSymbol]: { spec: specOf(declared, 'anyone') } });
}

function specOf({ tag, summary, answer, refusals = [] }: Endpoint, access: Access): DescribeRouteOptions {
  const content = answer.schema && { 'application/json': { schema: resolver(answer.schema) } };
  const spec: DescribeRouteOptions = {
    tags: [tag],
    summary,
    security: access === 'anyone' ? [] : [{ cookie: [] }, { bearer: [] }],
    responses: {
      [answer.status]: { description: 'Done', ...(content ? { content } : {}) },
      ...refusalResponses([...implied[access], ...refusals]),
    },
  };
  return Object.assign(spec, { [accessProperty]: access });
}

const implied = {
  anyone: ['invalid-input'],
  'signed-in': ['invalid-input', 'not-signed-in'],
  admin: ['invalid-input', 'not-signed-in', 'not-allowed'],
} as const satisfies Record<Access, readonly ErrorCode[]>;

function refusalResponses(codes: readonly ErrorCode[]): NonNullable<DescribeRouteOptions['responses']> {
  const responses: NonNullable<DescribeRouteOptions['responses']> = {};
  for (const status of new Set(codes.map((code) => refusalStatus[code]))) {
    const sameStatus = codes.filter((code) => refusalStatus[code] === status);
    responses[status] = {
      description: sameStatus.join(', '),
      content: { 'application/json': { schema: resolver(errorBodySchema) } },
    };
  }
  return responses;
}
