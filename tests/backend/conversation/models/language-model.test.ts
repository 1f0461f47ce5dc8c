import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLanguageModel } from '../../../../backend/conversation/models/language-model.ts';
import {
  type ChatCompletionsServer,
  type ModelBehaviour,
  startChatCompletions,
} from '../../../support/chat-completions-server.ts';

const question = { rules: 'Judge.', words: '席を外して' };

const troubles: readonly ModelBehaviour[] = [
  { type: 'refuses', status: 500 },
  { type: 'refuses', status: 429 },
  { type: 'garbles', body: 'absent' },
  { type: 'garbles', body: '{"choices":[]}' },
  { type: 'hangs-up' },
];

describe('a language model', { timeout: 30_000 }, () => {
  let server: ChatCompletionsServer;

  beforeEach(async () => {
    server = await startChatCompletions('key');
  });

  afterEach(() => server[Symbol.asyncDispose]());

  function ask(signal = AbortSignal.timeout(20_000), apiKey = 'key') {
    return createLanguageModel({ url: server.url, model: 'small', apiKey })(question, signal);
  }

  it('is asked by the rules and the words, for one word, and gives its answer', async () => {
    server.behave({ type: 'answers', text: 'absent' });

    const answer = await ask();

    expect(answer).toBe('absent');
    expect(server.asked).toEqual([
      {
        model: 'small',
        messages: [
          { role: 'system', content: 'Judge.' },
          { role: 'user', content: '席を外して' },
        ],
        temperature: 0,
        max_tokens: 16,
      },
    ]);
  });

  it.each(troubles)('is asked once, and fails, when it $type ($status$body)', async (trouble) => {
    server.behave(trouble);

    await expect(ask()).rejects.toThrow();

    expect(server.asked).toHaveLength(1);
  });

  it('fails where the key is wrong', async () => {
    await expect(ask(AbortSignal.timeout(20_000), 'another')).rejects.toThrow('401');
  });

  it('needs no key where the API asks for none', async () => {
    await using open = await startChatCompletions(null);
    const askOpen = createLanguageModel({ url: open.url, model: 'small', apiKey: '' });

    expect(await askOpen(question, AbortSignal.timeout(20_000))).toBe('unknown');
  });

  it('fails where nobody listens', async () => {
    await server[Symbol.asyncDispose]();

    await expect(ask()).rejects.toThrow();

    server = await startChatCompletions('key');
  });

  it.each(['ponders', 'stalls'] as const)(
    'is not waited for once the signal has come, when it %s',
    async (type) => {
      server.behave({ type });
      const stop = new AbortController();
      const answer = ask(stop.signal);
      await expect.poll(() => server.asked.length, { timeout: 20_000 }).toBe(1);

      stop.abort();

      await expect(answer).rejects.toThrow('aborted');
    },
  );
});
