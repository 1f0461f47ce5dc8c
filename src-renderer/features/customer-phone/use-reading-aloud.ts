import { useEffect, useRef, useState } from 'react';
import type { SaidLine } from './phone-view.ts';

const LANGUAGE = 'ja';

/** Whether the browser has a voice for Japanese. Browsers load their voices late. */
export function useJapaneseVoice(): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState(findVoice);
  useEffect(() => {
    const look = (): void => setVoice(findVoice());
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, []);
  return voice;
}

/** Speaks what the caller says, each line once as it begins, and stops where the caller broke off. Null speaks nothing. */
export function useReadingAloud(said: readonly SaidLine[], voice: SpeechSynthesisVoice | null): void {
  const read = useRef(0);
  const last = said.findLast(({ speaker }) => speaker === 'caller');
  useEffect(() => {
    if (last === undefined) read.current = 0;
    if (last === undefined || last.brokenOff || voice === null) {
      speechSynthesis.cancel();
      return;
    }
    if (last.number <= read.current) return;
    read.current = last.number;
    speechSynthesis.speak(utteranceOf(last.text, voice));
  }, [last, voice]);
  useEffect(() => () => speechSynthesis.cancel(), []);
}

function findVoice(): SpeechSynthesisVoice | null {
  return speechSynthesis.getVoices().find(({ lang }) => lang.startsWith(LANGUAGE)) ?? null;
}

function utteranceOf(text: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  return utterance;
}
