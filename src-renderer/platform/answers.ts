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

/** For an answer that is a file. `onReceived` is told how many bytes of it there are. */
export async function fetchFile(
  transport: Transport,
  path: string,
  onReceived: (bytes: number) => void = () => undefined,
): Promise<Blob> {
  const response = await transport({ method: 'GET', path, answer: 'file' });
  if (!response.ok) throw await refusal(response);
  let received = 0;
  const counted = response.body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, passed) {
        received += piece.byteLength;
        onReceived(received);
        passed.enqueue(piece);
      },
    }),
  );
  return wholly(new Response(counted ?? null, { headers: response.headers }).blob());
}

async function refusal(response: Response): Promise<ApiFailure> {
  const body = errorBodySchema.safeParse(await json(response));
  if (body.success) {
    const { code, message, fields, retryAfter } = body.data.error;
    return new ApiFailure(code, message, fields, retryAfter);
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

/** Null for what is not JSON. */
async function json(response: Response): Promise<unknown> {
  const text = await wholly(response.text());
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An answer may break off, or be given up, in its middle. */
async function wholly<Body>(reading: Promise<Body>): Promise<Body> {
  try {
    return await reading;
  } catch (cause) {
    throw new ApiFailure('unreachable', cause instanceof Error ? cause.message : 'broken off');
  }
}
