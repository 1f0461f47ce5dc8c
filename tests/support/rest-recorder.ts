import { createServer, type IncomingMessage } from 'node:http';

interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string;
  readonly form: URLSearchParams;
}

export interface RestAnswer {
  readonly status: number;
  readonly json?: unknown;
  /** Instead of JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type GivenAnswer = RestAnswer | 'hang-up' | 'silence';

/** A REST API over real HTTP that writes down what it is asked and answers what it is told. */
export interface RestRecorder extends AsyncDisposable {
  readonly baseUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** How many of those who asked did not wait for their answer. */
  brokenOff(): number;
  /** `hang-up` breaks the connection without an answer, `silence` keeps it open without one. */
  answerWith(answer: (request: RecordedRequest) => GivenAnswer): void;
}

export async function startRestRecorder(): Promise<RestRecorder> {
  const requests: RecordedRequest[] = [];
  let answer: (request: RecordedRequest) => GivenAnswer = () => ({ status: 500 });
  let brokenOff = 0;
  const server = createServer(async (incoming, outgoing) => {
    const request = await record(incoming);
    requests.push(request);
    const given = answer(request);
    if (given === 'silence') {
      outgoing.once('close', () => {
        brokenOff += 1;
      });
      return;
    }
    if (given === 'hang-up') {
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(given.status, { 'content-type': 'application/json', ...given.headers });
    outgoing.end(given.text ?? (given.json === undefined ? undefined : JSON.stringify(given.json)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}/simulator`,
    requests,
    brokenOff: () => brokenOff,
    answerWith(given) {
      answer = given;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function record(incoming: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return {
    method: incoming.method ?? '',
    path: (incoming.url ?? '').replace(/^\/simulator/, ''),
    authorization: incoming.headers.authorization ?? '',
    form: new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
  };
}
