import type { ErrorCode } from '../../../backend/contract/errors.ts';
import type { ApiRequest, Transport } from '../../../src-renderer/platform/transport.ts';

/** By method and path, e.g. `GET /api/offers`; the query of the address is left out. */
export type Answers = Readonly<Record<string, (request: ApiRequest) => Response | Promise<Response>>>;

export interface FakeServer {
  readonly transport: Transport;
  /** Everything that was asked, in order. */
  readonly requests: ApiRequest[];
  /** Changes what is answered from now on. */
  answer(answers: Answers): void;
}

/** Answers requests where the network would be, in the shapes of HTTP. */
export function createFakeServer(answers: Answers): FakeServer {
  let current = answers;
  const requests: ApiRequest[] = [];
  return {
    requests,
    answer: (more) => {
      current = { ...current, ...more };
    },
    transport: async (request) => {
      requests.push(request);
      const [path] = request.path.split('?');
      const answer = current[`${request.method} ${path}`];
      return answer === undefined ? refused('not-found', 404) : answer(request);
    },
  };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

export function refused(code: ErrorCode, status = 409): Response {
  return json({ error: { code, message: code } }, status);
}

/** An answer that comes when the test says so. */
export function lateAnswer(): {
  readonly answer: Promise<Response>;
  readonly give: (response: Response) => void;
} {
  const { promise, resolve } = Promise.withResolvers<Response>();
  return { answer: promise, give: resolve };
}
