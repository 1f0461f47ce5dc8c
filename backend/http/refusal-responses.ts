import { type DescribeRouteOptions, resolver } from 'hono-openapi';
import { type ErrorBody, type ErrorCode, errorBodySchema } from '../contract/errors.ts';
import { refusalMeaning } from './refusal-meaning.ts';
import { refusalStatus } from './refusal-status.ts';

type Responses = NonNullable<DescribeRouteOptions['responses']>;

/** The part of a route's description that tells of these refusals: one answer for each status, with the codes that it may carry. */
export function refusalResponses(codes: readonly ErrorCode[]): Responses {
  return responsesWith(resolver(errorBodySchema), codes);
}

/** The same where schemas are taken as they are: the body's is named by the refusals of some route. */
export function commonRefusalResponses(codes: readonly ErrorCode[]): Responses {
  return responsesWith({ $ref: '#/components/schemas/ErrorBody' }, codes);
}

function responsesWith(
  schema: ReturnType<typeof resolver> | { readonly $ref: string },
  codes: readonly ErrorCode[],
): Responses {
  const responses: Responses = {};
  for (const status of new Set(codes.map((code) => refusalStatus[code]))) {
    const sameStatus = codes.filter((code) => refusalStatus[code] === status);
    responses[status] = {
      description: sameStatus.map((code) => `- \`${code}\`: ${refusalMeaning[code]}`).join('\n'),
      content: { 'application/json': { schema, examples: Object.fromEntries(sameStatus.map(example)) } },
    };
  }
  return responses;
}

function example(code: ErrorCode): readonly [ErrorCode, { readonly value: ErrorBody }] {
  const fields = code === 'invalid-input' ? { fields: [{ path: 'customerId', problem: 'is missing' }] } : {};
  return [code, { value: { error: { code, message: refusalMeaning[code], ...fields } } }];
}
