import { useEffect, useState } from 'react';

export interface Spoken {
  /** Null where this computer has no voice. */
  readonly say: ((text: string, language: string) => void) | null;
  readonly speaking: boolean;
  readonly stop: () => void;
}

/** Lets a text be heard in the voice of this computer, which is not the one on the telephone. */
export function useSpoken(): Spoken {
  const [speaking, setSpeaking] = useState(false);
  const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : null;
  useEffect(() => () => synthesis?.cancel(), [synthesis]);
  if (synthesis === null) return { say: null, speaking: false, stop: () => undefined };
  return {
    say: (text, language) => {
      synthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = language;
      utterance.onend = () => setSpeaking(false);
      utterance.onerror = () => setSpeaking(false);
      setSpeaking(true);
      synthesis.speak(utterance);
    },
    speaking,
    stop: () => {
      synthesis.cancel();
      setSpeaking(false);
    },
  };
}
