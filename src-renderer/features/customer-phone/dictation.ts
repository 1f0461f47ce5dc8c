/** The part of the Web Speech API that we use; TypeScript's library has its results, but not the recogniser. */
interface SpeechRecogniser extends EventTarget {
  lang: string;
  continuous: boolean;
  onresult:
    | ((event: { readonly resultIndex: number; readonly results: SpeechRecognitionResultList }) => void)
    | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}

declare global {
  interface Window {
    readonly SpeechRecognition?: new () => SpeechRecogniser;
    readonly webkitSpeechRecognition?: new () => SpeechRecogniser;
  }
}

export interface DictationEvents {
  /** A sentence is complete. */
  onText(text: string): void;
  /** It ended, by itself or because it was stopped; `failed` when the browser could not. */
  onEnd(how: 'stopped' | 'failed'): void;
}

/** Whether this browser turns speech into text. */
export function canDictate(): boolean {
  return recogniserClass() !== undefined;
}

/** Listens for Japanese until the returned function is called. What the page itself reads aloud is not taken for the person's words. */
export function startDictation({ onText, onEnd }: DictationEvents): () => void {
  const Recogniser = recogniserClass();
  if (Recogniser === undefined) {
    onEnd('failed');
    return () => undefined;
  }
  const recogniser = new Recogniser();
  let how: 'stopped' | 'failed' = 'stopped';
  recogniser.lang = 'ja-JP';
  recogniser.continuous = true;
  recogniser.onresult = ({ resultIndex, results }) => {
    const result = results[resultIndex];
    const text = result?.[0]?.transcript.trim() ?? '';
    if (result?.isFinal && text !== '' && !speechSynthesis.speaking) onText(text);
  };
  recogniser.onerror = ({ error }) => {
    if (error !== 'no-speech' && error !== 'aborted') how = 'failed';
  };
  recogniser.onend = () => onEnd(how);
  recogniser.start();
  return () => recogniser.stop();
}

function recogniserClass(): (new () => SpeechRecogniser) | undefined {
  return window.SpeechRecognition ?? window.webkitSpeechRecognition;
}
