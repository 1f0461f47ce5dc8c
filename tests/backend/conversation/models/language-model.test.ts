import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLanguageModel } from '../../../../backend/conversation/models/language-model.ts';

const requestSchema = z.object({
  model: z.string(),
  temperature: z.number(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

/** An OpenAI-compatible API that gives one answer, and keeps what it was asked. */
let server: Server;
let asked: {
  readonly authorization: string | undefined;
  readonly path: string | undefined;
  readonly body: unknown;
}[];

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    const body: unknown = JSON.parse(await textOf(request));
    asked.push({ authorization: request.headers.authorization, path: request.url, body });
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'chat-1',
        object: 'chat.completion',
        created: 1,
        model: 'small',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'absent' } }],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function port(): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}

describe('a language model', { timeout: 30_000 }, () => {
  it('is asked by the rules and the words, and gives its answer', async () => {
    const ask = createLanguageModel({ url: `http://127.0.0.1:${port()}/v1`, model: 'small', apiKey: 'key' });

    const answer = await ask({ rules: 'Judge.', words: '席を外して' }, AbortSignal.timeout(20_000));

    expect(answer).toBe('absent');
    expect(asked).toMatchObject([{ authorization: 'Bearer key', path: '/v1/chat/completions' }]);
    expect(requestSchema.parse(asked[0]?.body)).toMatchObject({
      model: 'small',
      temperature: 0,
      messages: [
        { role: 'system', content: 'Judge.' },
        { role: 'user', content: '席を外して' },
      ],
    });
  });

  it('is not waited for once the signal has come', async () => {
    const ask = createLanguageModel({ url: `http://127.0.0.1:${port()}/v1`, model: 'small', apiKey: 'key' });

    await expect(ask({ rules: 'Judge.', words: 'は' }, AbortSignal.abort())).rejects.toThrow();
  });
});
