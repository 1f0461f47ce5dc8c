import type { Carrier } from '../carrier.ts';
import type { DocumentRequest } from '../twiml/fetch-document.ts';
import { loopDocument, playDocument } from '../twiml/play-document.ts';
import type { PromptListener } from '../twiml/play-prompts.ts';
import type { Leg } from './leg.ts';

/** What one participant alone hears: while waiting, on hold, or over the conference. */
export interface PrivateSound {
  /** In place of what was playing before; `onFailed` gets the code of an error that ended it. */
  loop(background: Background, onFailed: (code: number) => void): void;
  stopLoop(): void;
  /** Over everything else. Answers an error's code, or null when it was heard to its end. */
  announce(request: DocumentRequest): Promise<number | null>;
  /** When the participant leaves. */
  stop(): void;
}

export type Background =
  | { readonly type: 'silence' }
  | { readonly type: 'music' }
  | { readonly type: 'document'; readonly request: DocumentRequest };

const HOLD_MUSIC = { source: 'hold-music', durationMs: 60_000 };

export function createPrivateSound(leg: Leg, carrier: Carrier): PrivateSound {
  const gone = new AbortController();
  let looping = new AbortController();
  const listener: PromptListener = {
    speak: (sound) => leg.hear(sound, null),
    breakOff: () => leg.hearBreakOff(null),
    pressKey: (digit) => leg.hearKey(digit),
  };

  async function loopMusic(signal: AbortSignal): Promise<never> {
    for (;;) {
      leg.hear({ type: 'recording', recording: HOLD_MUSIC }, null);
      await carrier.clock.wait(HOLD_MUSIC.durationMs, signal);
    }
  }

  function play(background: Background, signal: AbortSignal): Promise<number | null> {
    switch (background.type) {
      case 'silence':
        return Promise.resolve(null);
      case 'music':
        return loopMusic(signal);
      case 'document':
        return loopDocument({ request: background.request, listener, signal }, carrier);
    }
  }

  async function loop(background: Background, onFailed: (code: number) => void): Promise<void> {
    looping.abort();
    looping = new AbortController();
    const signal = AbortSignal.any([looping.signal, gone.signal]);
    try {
      const code = await play(background, signal);
      if (code !== null) onFailed(code);
    } catch (error) {
      if (!signal.aborted) throw error;
      leg.hearBreakOff(null);
    }
  }

  async function announce(request: DocumentRequest): Promise<number | null> {
    try {
      return await playDocument({ request, listener, signal: gone.signal }, carrier);
    } catch (error) {
      if (!gone.signal.aborted) throw error;
      return null;
    }
  }

  return {
    loop: (background, onFailed) => void loop(background, onFailed),
    stopLoop: () => looping.abort(),
    announce,
    stop: () => gone.abort(),
  };
}
