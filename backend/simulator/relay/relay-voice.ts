import { type Playback, playPrompts } from '../twiml/play-prompts.ts';
import { speechDurationMs } from '../twiml/speech-duration.ts';
import type { Prompt } from '../twiml/verbs.ts';

/** What the application has said over a ConversationRelay, one after another. */
export interface RelayVoice {
  say(prompt: Prompt, interruptible: boolean): void;
  /** Somebody speaks over it: gives what was heard of it until now, or null when it goes on. What waited behind it is forgotten. */
  interrupt(): Interruption | null;
  /** Until when nobody was listened to: now, while something is said that cannot be interrupted. */
  deafUntil(): number;
  isSpeaking(): boolean;
}

interface Interruption {
  readonly said: string;
  readonly ms: number;
}

interface Saying {
  readonly prompt: Prompt;
  readonly interruptible: boolean;
}

interface RelayVoiceOptions {
  readonly playback: Omit<Playback, 'signal'>;
  readonly signal: AbortSignal;
  readonly onBegan: () => void;
  readonly onStopped: () => void;
}

export function createRelayVoice({ playback, signal, onBegan, onStopped }: RelayVoiceOptions): RelayVoice {
  const { clock } = playback;
  let waiting: Saying[] = [];
  let current: (Saying & { readonly beganAt: number; readonly cut: AbortController }) | null = null;
  let deafUntil = 0;

  function next(): void {
    const saying = waiting.shift();
    if (saying === undefined || signal.aborted) return;
    const cut = new AbortController();
    const begun = { ...saying, cut, beganAt: clock.now().getTime() };
    current = begun;
    onBegan();
    playPrompts([saying.prompt], { ...playback, signal: AbortSignal.any([signal, cut.signal]) }).then(
      () => (current === begun ? stopped(begun) : undefined),
      // Cut short, or the session is over.
      () => {},
    );
  }

  function stopped({ interruptible }: Saying): void {
    current = null;
    if (!interruptible) deafUntil = clock.now().getTime();
    onStopped();
    next();
  }

  return {
    say(prompt, interruptible) {
      waiting.push({ prompt, interruptible });
      if (current === null) next();
    },
    interrupt() {
      if (current === null || !current.interruptible) return null;
      const { cut, prompt, beganAt } = current;
      const ms = clock.now().getTime() - beganAt;
      waiting = [];
      current = null;
      cut.abort();
      onStopped();
      return { said: saidOf(prompt, ms), ms };
    },
    deafUntil: () => (current !== null && !current.interruptible ? clock.now().getTime() : deafUntil),
    isSpeaking: () => current !== null,
  };
}

function saidOf(prompt: Prompt, ms: number): string {
  if (prompt.type !== 'say') return '';
  const letters = [...prompt.text];
  const share = Math.min(1, ms / speechDurationMs(prompt.text));
  return letters.slice(0, Math.floor(letters.length * share)).join('');
}
