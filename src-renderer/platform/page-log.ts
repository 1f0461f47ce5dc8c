import type { DesktopBridge } from './desktop.ts';

/** Where that goes which went wrong and was got over, for whoever looks into it later. */
export interface PageLog {
  /** `what` names the place. The same again within a minute is not written again: what is tried again and again would fill the log. */
  caught(what: string, cause: unknown): void;
}

const restMs = 60_000;

/** In the desktop app its log; in a browser the page's console. */
export function createPageLog(bridge: DesktopBridge | null, now: () => number): PageLog {
  const written = new Map<string, number>();
  return {
    caught: (what, cause) => {
      const { message, stack = '' } = cause instanceof Error ? cause : new Error(String(cause));
      const text = `${what}: ${message}`;
      if (now() - (written.get(text) ?? Number.NEGATIVE_INFINITY) < restMs) return;
      written.set(text, now());
      // biome-ignore lint/suspicious/noConsole: A browser has no other place that the person at it can look into.
      if (bridge === null) console.warn(text);
      else void bridge.log.pageError({ message: text.slice(0, 500), stack: stack.slice(0, 4_000) });
    },
  };
}
