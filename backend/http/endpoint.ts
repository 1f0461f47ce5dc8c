import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { type DescribeRouteOptions, resolver, uniqueSymbol } from 'hono-openapi';
import type { z } from 'zod';
import type { Caller } from '../auth/caller.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { Refusal } from '../kernel/errors.ts';
import type { ApiEnv } from './identify.ts';
import { refuseStrayQuery } from './known-query.ts';
import { refusalResponses } from './refusal-responses.ts';

/** Who may use a route. */
export type Access = 'anyone' | 'signed-in' | 'admin';

/** What a route handler finds behind an `endpoint` that asks for a session. */
export interface SignedInEnv {
  readonly Variables: ApiEnv['Variables'] & { readonly caller: Caller };
}

export interface Endpoint {
  readonly tag:
    | 'session'
    | 'calls'
    | 'offers'
    | 'agents'
    | 'customers'
    | 'campaigns'
    | 'softphone'
    | 'users'
    | 'telephony'
    | 'reports'
    | 'about';
  /** One line, as in a table of contents. */
  readonly summary: string;
  /** What the summary cannot say, in Markdown. */
  readonly detail?: string;
  readonly answer: {
    readonly status: 200 | 201 | 202 | 204;
    /** Null for an empty body. */
    readonly schema: z.ZodType | null;
    /** JSON, unless it says otherwise. */
    readonly media?: readonly string[];
  };
  /** Of a body that is a file: what it may be. Bodies of JSON are described by what validates them. */
  readonly body?: readonly string[];
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
    refuseStrayQuery(c);
    c.set('caller', visitor);
    await next();
  });
  return Object.assign(guard, { [uniqueSymbol]: { spec: specOf(declared, declared.access) } });
}

/** As `endpoint`, for the few routes that need no session. */
export function openEndpoint(declared: Endpoint): MiddlewareHandler<ApiEnv> {
  const pass = createMiddleware<ApiEnv>(async (c, next) => {
    refuseStrayQuery(c);
    await next();
  });
  return Object.assign(pass, { [uniqueSymbol]: { spec: specOf(declared, 'anyone') } });
}

function specOf(declared: Endpoint, access: Access): DescribeRouteOptions {
  const { tag, summary, detail, body, answer, refusals = [] } = declared;
  const spec: DescribeRouteOptions = {
    tags: [tag],
    summary,
    description: [whoMay[access], ...(detail === undefined ? [] : [detail])].join('\n\n'),
    security: access === 'anyone' ? [] : [{ cookie: [] }, { bearer: [] }],
    ...(body === undefined ? {} : { requestBody: { required: true, content: filesOf(body) } }),
    responses: {
      [answer.status]: { description: 'Done', ...contentOf(answer) },
      ...refusalResponses([...implied[access], ...refusals]),
    },
  };
  return Object.assign(spec, { [accessProperty]: access });
}

const whoMay = {
  anyone: 'For anyone.',
  'signed-in': 'For whoever is signed in.',
  admin: 'For admins only.',
} as const satisfies Record<Access, string>;

const implied = {
  anyone: ['invalid-input'],
  'signed-in': ['invalid-input', 'not-signed-in'],
  admin: ['invalid-input', 'not-signed-in', 'not-allowed'],
} as const satisfies Record<Access, readonly ErrorCode[]>;

function contentOf({ schema, media }: Endpoint['answer']) {
  if (schema === null) return {};
  const described = { schema: resolver(schema) };
  return { content: Object.fromEntries((media ?? ['application/json']).map((type) => [type, described])) };
}

function filesOf(media: readonly string[]) {
  return Object.fromEntries(
    media.map((type) => [type, { schema: { type: 'string', format: 'binary' } as const }]),
  );
}
