import type { Carrier } from '../carrier.ts';
import { absoluteUrl } from './absolute-url.ts';
import { type DocumentRequest, fetchDocument } from './fetch-document.ts';
import { type PromptListener, playPrompts } from './play-prompts.ts';
import type { Verb } from './verbs.ts';

const MAY_ONLY_PLAY = 12100;
/** A document that is over at once is not asked for again at once. */
const SHORTEST_ROUND_MS = 1_000;

export interface DocumentPlayback {
  readonly request: DocumentRequest;
  readonly listener: PromptListener;
  readonly signal: AbortSignal;
}

/**
 * Plays a document that is heard by one listener: an announcement, or one round of hold or waiting. It may say, play, pause and redirect.
 * Answers an error's code, or null when all was played. Rejects when the signal is aborted.
 */
export async function playDocument(playback: DocumentPlayback, carrier: Carrier): Promise<number | null> {
  let next: DocumentRequest | null = playback.request;
  while (next !== null) {
    const document = await fetchDocument(next, carrier.webhooks);
    playback.signal.throwIfAborted();
    if (document.type === 'failed') return document.code;
    const redirect = await playVerbs(document.verbs, document.url, playback, carrier);
    if (redirect === 'not-allowed') return MAY_ONLY_PLAY;
    next = redirect;
  }
  return null;
}

/** Plays it again and again, until the signal is aborted (then it rejects) or an error comes (then it answers the code). */
export async function loopDocument(playback: DocumentPlayback, carrier: Carrier): Promise<number> {
  for (;;) {
    const startedAt = carrier.clock.now().getTime();
    const code = await playDocument(playback, carrier);
    if (code !== null) return code;
    const tookMs = carrier.clock.now().getTime() - startedAt;
    await carrier.clock.wait(Math.max(0, SHORTEST_ROUND_MS - tookMs), playback.signal);
  }
}

async function playVerbs(
  verbs: readonly Verb[],
  url: string,
  { request, listener, signal }: DocumentPlayback,
  { clock, recordings }: Carrier,
): Promise<DocumentRequest | 'not-allowed' | null> {
  for (const verb of verbs) {
    switch (verb.type) {
      case 'say':
      case 'pause':
        await playPrompts([verb], { listener, clock, recordings, signal });
        break;
      case 'play':
        await playPrompts([{ ...verb, url: absoluteUrl(verb.url, url) }], {
          listener,
          clock,
          recordings,
          signal,
        });
        break;
      case 'redirect':
        return { ...request, url: absoluteUrl(verb.url, url), method: verb.method };
      default:
        return 'not-allowed';
    }
  }
  return null;
}
