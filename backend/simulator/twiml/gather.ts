import type { SimulatedClock } from '../clock.ts';
import type { Ear, EarEvent, Speech } from './ear.ts';
import {
  type GatherEvent,
  type GatherResult,
  type GatherRules,
  type GatherState,
  patienceMs,
  startOfGather,
  transitionGather,
} from './gather-machine.ts';
import type { PartialResults } from './partial-results.ts';
import { recognise } from './recognised-speech.ts';
import type { GatherSettings } from './verbs.ts';

export interface GatherOptions {
  readonly settings: GatherSettings;
  readonly ear: Ear;
  readonly clock: SimulatedClock;
  readonly signal: AbortSignal;
  /** Plays what is nested in the Gather until it is over or the signal cuts it short. */
  readonly playPrompts: (signal: AbortSignal) => Promise<void>;
  /** Null when nobody asked for guesses. */
  readonly partials: PartialResults | null;
}

const AUTOMATIC_SPEECH_TIMEOUT_MS = 1_000;

/** Executes a Gather to its result. Rejects with the signal's reason when that is aborted. */
export async function gather(options: GatherOptions): Promise<GatherResult> {
  const { signal, ear } = options;
  signal.throwIfAborted();
  const promptCut = new AbortController();
  const cleanUp: (() => void)[] = [() => promptCut.abort()];
  try {
    return await new Promise<GatherResult>((finish, reject) => {
      const gathering = createGathering(options, { cutPrompt: () => promptCut.abort(), finish });
      const giveUp = (): void => reject(signal.reason);
      signal.addEventListener('abort', giveUp, { once: true });
      cleanUp.push(
        () => signal.removeEventListener('abort', giveUp),
        ear.follow(gathering.hear),
        gathering.stop,
      );
      void untilCut(options.playPrompts(AbortSignal.any([signal, promptCut.signal]))).then(
        gathering.promptEnded,
      );
    });
  } finally {
    for (const undo of cleanUp) undo();
  }
}

interface Gathering {
  hear(event: EarEvent): void;
  promptEnded(): void;
  stop(): void;
}

function createGathering(
  { settings, clock, partials }: GatherOptions,
  effects: { readonly cutPrompt: () => void; readonly finish: (result: GatherResult) => void },
): Gathering {
  const rules = rulesOf(settings);
  const beganAt = clock.now().getTime();
  let state: GatherState = startOfGather;
  let cancelPatience = (): void => {};
  let promptEndedAt: number | null = null;

  function apply(event: GatherEvent): void {
    const next = transitionGather(state, event, rules);
    if (next === state) return;
    state = next;
    cancelPatience();
    const patience = patienceMs(state, rules);
    if (patience !== null) cancelPatience = clock.after(patience, () => apply({ type: 'timed-out' }));
    if (state.type !== 'prompting') effects.cutPrompt();
    if (state.type === 'finished') effects.finish(state.result);
  }

  /** What was said before the Gather began, or over a prompt that cannot be interrupted, is lost. */
  function unheardMs(speech: Speech): number {
    const listeningSince = rules.bargeIn ? beganAt : (promptEndedAt ?? beganAt);
    return Math.max(0, listeningSince - speech.beganAt);
  }

  function hear(event: EarEvent): void {
    switch (event.type) {
      case 'key-pressed':
        apply(event);
        break;
      case 'speech-began':
        apply({ type: 'speech-began' });
        if (state.type === 'hearing') partials?.follow(event.speech, unheardMs(event.speech), state.heard);
        break;
      case 'speech-ended': {
        partials?.stop();
        const speech = recognise(event.speech.utterance, unheardMs(event.speech), event.spokenMs);
        apply({ type: 'speech-ended', speech });
      }
    }
  }

  return {
    hear,
    promptEnded: () => {
      promptEndedAt = clock.now().getTime();
      apply({ type: 'prompt-ended' });
    },
    stop: () => {
      cancelPatience();
      partials?.stop();
    },
  };
}

/** A prompt that is cut short has ended, too. */
async function untilCut(playing: Promise<void>): Promise<void> {
  await playing.catch(() => {});
}

function rulesOf(settings: GatherSettings): GatherRules {
  const { speechTimeout, timeout } = settings;
  return {
    hearsSpeech: settings.input.includes('speech'),
    hearsKeys: settings.input.includes('dtmf'),
    bargeIn: settings.bargeIn,
    timeoutMs: timeout * 1_000,
    speechTimeoutMs:
      speechTimeout === 'auto' ? AUTOMATIC_SPEECH_TIMEOUT_MS : (speechTimeout ?? timeout) * 1_000,
    longestSpeechMs: settings.maxSpeechTime * 1_000,
    finishOnKey: settings.finishOnKey,
    numDigits: settings.numDigits ?? null,
  };
}
