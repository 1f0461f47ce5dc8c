import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** How the model behaves from now on. */
export type ModelBehaviour =
  | { readonly type: 'answers'; readonly text: string }
  /** An error in the API's own words. */
  | { readonly type: 'refuses'; readonly status: number }
  /** A body of its own, with status 200. */
  | { readonly type: 'garbles'; readonly body: string }
  /** Takes the question, and never answers. */
  | { readonly type: 'ponders' }
  /** Begins an answer, and never ends it. */
  | { readonly type: 'stalls' }
  /** Ends the connection in place of an answer. */
  | { readonly type: 'hangs-up' };

/** Strict: what a client sends beyond this is a change of what a model is told, and has to be decided. */
const questionSchema = z.strictObject({
  model: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user']), content: z.string() })),
  temperature: z.number().min(0).max(2),
  max_tokens: z.int().positive(),
});
export type ChatQuestion = z.infer<typeof questionSchema>;

/** An OpenAI-compatible API over HTTP. (platform.openai.com/docs/api-reference/chat/create) */
export interface ChatCompletionsServer extends AsyncDisposable {
  /** Its `/v1`. */
  readonly url: string;
  /** Every question so far that was asked as the API wants it. */
  readonly asked: readonly ChatQuestion[];
  behave(behaviour: ModelBehaviour): void;
}

/** Answers who brings the key, or with null anybody; 401, 404 and 400 for what is not asked as the API wants it. */
export async function startChatCompletions(apiKey: string | null): Promise<ChatCompletionsServer> {
  const asked: ChatQuestion[] = [];
  let behaviour: ModelBehaviour = { type: 'answers', text: 'unknown' };

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    const hasKey = apiKey === null || request.headers.authorization === `Bearer ${apiKey}`;
    if (!hasKey) return sendError(response, 401);
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return sendError(response, 404);
    const question = questionSchema.safeParse(JSON.parse(text));
    if (!question.success) return sendError(response, 400);
    asked.push(question.data);
    act(behaviour, question.data, response);
  }

  const server = createServer((request, response) => {
    receive(request, response).catch(() => sendError(response, 400));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    asked,
    behave(next) {
      behaviour = next;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function act(behaviour: ModelBehaviour, question: ChatQuestion, response: ServerResponse): void {
  switch (behaviour.type) {
    case 'answers':
      send(response, 200, JSON.stringify(completion(question.model, behaviour.text)));
      break;
    case 'refuses':
      sendError(response, behaviour.status);
      break;
    case 'garbles':
      send(response, 200, behaviour.body);
      break;
    case 'ponders':
      break;
    case 'stalls':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"chatcmpl-1","object":"chat.completion",');
      break;
    case 'hangs-up':
      response.destroy();
      break;
  }
}

function completion(model: string, content: string) {
  const noDetails = {
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_795_482_000,
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, refusal: null, annotations: [] },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens: 400, completion_tokens: 2, total_tokens: 402, ...noDetails },
    service_tier: 'default',
    system_fingerprint: 'fp_1',
  };
}

function sendError(response: ServerResponse, status: number): void {
  const type = status >= 500 ? 'server_error' : 'invalid_request_error';
  const error = { message: `The model answers ${status}.`, type, param: null, code: null };
  send(response, status, JSON.stringify({ error }));
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
