export interface UnresponsivePageDeps {
  /** The part of Electron's window that is needed. */
  readonly window: { on(event: 'unresponsive' | 'responsive', listener: () => void): unknown };
  /** Asks, for as long as the question stands, whether the page is to be given up. */
  readonly ask: (stands: AbortSignal) => Promise<'yes' | 'no'>;
  /** Ends the page, which is then loaded anew. */
  readonly giveUp: () => void;
  readonly onFailed: (error: unknown) => void;
}

/** A console that answers neither pointer nor keys may come back; with it would go a call. So the agent decides, until it has come back. */
export function watchResponse({ window, ask, giveUp, onFailed }: UnresponsivePageDeps): void {
  let question: AbortController | null = null;
  const put = async (stands: AbortController): Promise<void> => {
    try {
      const answer = await ask(stands.signal);
      if (answer === 'yes' && !stands.signal.aborted) giveUp();
    } catch (error) {
      onFailed(error);
    } finally {
      question = null;
    }
  };
  window.on('unresponsive', () => {
    if (question !== null) return;
    question = new AbortController();
    void put(question);
  });
  window.on('responsive', () => question?.abort());
}
