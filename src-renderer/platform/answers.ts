import type { z } from 'zod';
import { errorBodySchema } from '../../backend/contract/errors.ts';
import { ApiFailure } from './api-failure.ts';
import type { ApiRequest, Transport } from './transport.ts';

/** Sends a request and parses its answer. Rejects with an `ApiFailure` for a refusal and for an answer of another shape. */
export async function ask<Answer>(
  transport: Transport,
  request: ApiRequest,
  schema: z.ZodType<Answer>,
): Promise<Answer> {
  const response = await transport(request);
  if (!response.ok) throw await refusal(response);

  const answer = schema.safeParse(await json(response));
  if (!answer.success) throw new ApiFailure('unexpected-answer', `${request.path}: ${answer.error.message}`);
  return answer.data;
}

/** For requests whose answer says no more than that it was done. */
export async function tell(transport: Transport, request: ApiRequest): Promise<void> {
  const response = await transport(request);
  if (!response.ok) throw await refusal(response);
}

/** For an answer that is a file. */
export async function fetchFile(transport: Transport, path: string): Promise<Blob> {
  const response = await transport({ method: 'GET', path });
  if (!response.ok) throw await refusal(response);
  return response.blob();
}

async function refusal(response: Response): Promise<ApiFailure> {
  const body = errorBodySchema.safeParse(await json(response));
  if (body.success) {
    const { code, message, fields } = body.data.error;
    return new ApiFailure(code, message, fields);
  }
  // A proxy in between, or the sign-in library, which has words of its own.
  return new ApiFailure(codeOfStatus(response.status), `HTTP ${response.status}`);
}

function codeOfStatus(status: number): ApiFailure['code'] {
  if (status === 401) return 'not-signed-in';
  if (status === 403) return 'not-allowed';
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many-requests';
  if (status === 502 || status === 503 || status === 504) return 'unreachable';
  return 'internal';
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
