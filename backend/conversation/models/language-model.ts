import type { AskModel } from './intent-adviser.ts';

export interface LanguageModelOptions {
  /** Of an OpenAI-compatible API, e.g. https://api.example.com/v1 */
  readonly url: string;
  readonly model: string;
  readonly apiKey: string;
}

/** One word needs few tokens. */
const MOST_TOKENS = 16;

/** A model behind any OpenAI-compatible endpoint. The SDK is loaded when the first question is asked. */
export function createLanguageModel({ url, model, apiKey }: LanguageModelOptions): AskModel {
  return async ({ rules, words }, abortSignal) => {
    const [{ generateText }, { createOpenAI }] = await Promise.all([import('ai'), import('@ai-sdk/openai')]);
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
