import type { OpenConsoles } from './open-consoles.ts';

const pauseMs = 10_000;

/** Ends the connections of sessions that are over: at once when somebody signs out, within seconds when one ends by its age. */
export function watchSessions(
  consoles: Pick<OpenConsoles, 'check'>,
  sessions: { onForget(listener: () => void): () => void },
): Disposable {
  const stopListening = sessions.onForget(consoles.check);
  const timer = setInterval(consoles.check, pauseMs);
  return {
    [Symbol.dispose]() {
      stopListening();
      clearInterval(timer);
    },
  };
}
