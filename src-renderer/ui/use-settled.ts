import { useEffect, useState } from 'react';

/** What is pressed in this time was meant for what was there before. */
const startledForMs = 600;

/** Whether what uses it has been on the screen for long enough to be meant. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), startledForMs);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
