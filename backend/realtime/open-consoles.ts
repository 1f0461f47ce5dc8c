import type { Viewer } from '../auth/visibility.ts';

/** A console's connection, and the session that opened it. */
export interface OpenConsole {
  readonly sessionId: string;
  readonly viewer: Viewer;
  /** Its session is over. */
  end(): void;
}

/** The connections outlive the requests that opened them, so whether they may go on is asked again. */
export interface OpenConsoles {
  /** Returns its undo. */
  add(console: OpenConsole): () => void;
  /** Ends those whose session is over, or has another role than it had. */
  check(): void;
  count(): number;
}

export function createOpenConsoles(viewerOf: (sessionId: string) => Viewer | null): OpenConsoles {
  const open = new Set<OpenConsole>();
  return {
    add(console) {
      open.add(console);
      return () => open.delete(console);
    },
    check() {
      for (const console of open) {
        if (viewerOf(console.sessionId)?.role !== console.viewer.role) console.end();
      }
    },
    count: () => open.size,
  };
}
