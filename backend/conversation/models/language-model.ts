import type { AskModel } from './intent-adviser.ts';

export interface LanguageModelOptions {
  /** Of an OpenAI-compatible API, e.g. https://api.example.com/v1 */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string;
}

/** One word needs few tokens. */
const MOST_TOKENS = 16;

/** A model behind any OpenAI-compatible endpoint. */
export function createLanguageModel({ url, model, apiKey }: LanguageModelOptions): AskModel {
  // At once, and only here: it takes half of the budget of the first question, and who has no model need not wait for it.
  const sdk = Promise.all([import('ai'), import('@ai-sdk/openai')]);
  sdk.catch(() => undefined);
  return async ({ rules, words }, abortSignal) => {
    const [{ generateText }, { createOpenAI }] = await sdk;
    const { text } = await generateText({
      model: createOpenAI({ baseURL: url, apiKey }).chat(model),
      system: rules,
      prompt: words,
      temperature: 0,
      maxOutputTokens: MOST_TOKENS,
      // The budget leaves no time for a second try.
      maxRetries: 0,
      abortSignal,
    });
    return text;
  };
}
