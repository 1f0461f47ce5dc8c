import type { DesktopState } from '../desktop-state.ts';

/** How the app comes to its end. */
export interface Quitting {
  /** To be called with each state: on a call it is asked before the app ends, and no longer than that lasts. */
  follow(state: DesktopState): void;
  /** Whether a window that closes now closes for good. */
  isUnderWay(): boolean;
  /** The agent was asked, and means it. */
  quitNow(): void;
  /** The console has put the question on the screen. */
  questionShown(): void;
  /** The page would stay, because something in it is not saved. Whether it goes all the same: the agent is asked, and then decides. */
  onUnsaved(): 'let-go' | 'hold';
}

export interface QuittingDeps {
  readonly app: QuittingApp;
  /** The system's own updater, through which macOS replaces the app. */
  readonly systemUpdater: { on(event: 'before-quit-for-update', listener: () => void): unknown };
  readonly powerMonitor: { on(event: 'shutdown', listener: () => void): unknown };
  /** Has the console ask the agent whether the call may end with the app. */
  readonly ask: () => void;
  /** Asks the same outside the console, for as long as the question stands: where its page does not answer. */
  readonly askOutside: (stands: AbortSignal) => Promise<'yes' | 'no'>;
  /** Asks, outside the console, whether what is not saved may go with the app. */
  readonly askAboutUnsaved: (stands: AbortSignal) => Promise<'yes' | 'no'>;
  readonly onAskOutsideFailed: (error: unknown) => void;
  /** Closes the windows whose pages do not let go. */
  readonly closeByForce: () => void;
  /** Calls `act` in `ms` milliseconds; returns the undo. */
  readonly after: (ms: number, act: () => void) => () => void;
}

/** The part of Electron's app that is needed. */
export interface QuittingApp {
  on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown;
  quit(): void;
}

/** A page that is well shows a question in far less. */
const questionPatienceMs = 1_500;
/** And lets go of its window in less than this. */
const closingPatienceMs = 3_000;
/** A shutdown that is called off shows in nothing but that the computer goes on. */
const shutdownMs = 60_000;

/** How near the end is. */
type Phase = 'running' | 'system-ends' | 'ending';

/** Every way to quit comes through here: with the app goes the agent's line, so in mid-call it is asked first, but for the system's end. */
export function watchQuitting(deps: QuittingDeps): Quitting {
  const { app, systemUpdater, powerMonitor, after } = deps;
  let onCall = false;
  let phase: Phase = 'running';
  let mayDropUnsaved = false;
  let stopForce = (): void => undefined;
  const question = createQuestion(deps, () => quitNow());

  const quitNow = (): void => {
    phase = 'ending';
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (onCall && phase === 'running') {
      event.preventDefault();
      question.ask();
      return;
    }
    if (phase === 'running') phase = 'ending';
    stopForce = after(closingPatienceMs, deps.closeByForce);
  });
  // On macOS an update closes the windows before the app is quit, and waits for them.
  systemUpdater.on('before-quit-for-update', () => {
    phase = 'ending';
  });
  powerMonitor.on('shutdown', () => {
    if (phase === 'running') phase = 'system-ends';
    after(shutdownMs, () => {
      if (phase === 'system-ends') phase = 'running';
    });
  });
  const unsaved = createUnsavedQuestion(deps, () => {
    mayDropUnsaved = true;
    quitNow();
  });
  return {
    follow: ({ softphone }) => {
      onCall = softphone.kind === 'on-call';
      if (!onCall) question.dropOutside();
    },
    isUnderWay: () => phase !== 'running',
    quitNow,
    questionShown: question.dropOutside,
    onUnsaved: () => {
      // The system's own end is not held up; and a page that the app loads anew has to go.
      if (phase !== 'ending' || mayDropUnsaved) return 'let-go';
      stopForce();
      phase = 'running';
      unsaved.ask();
      return 'hold';
    },
  };
}

interface UnsavedQuestion {
  ask(): void;
}

/** One at a time. */
function createUnsavedQuestion(deps: QuittingDeps, onQuit: () => void): UnsavedQuestion {
  let isOpen = false;
  const put = async (): Promise<void> => {
    isOpen = true;
    try {
      if ((await deps.askAboutUnsaved(new AbortController().signal)) === 'yes') onQuit();
    } catch (error) {
      deps.onAskOutsideFailed(error);
    } finally {
      isOpen = false;
    }
  };
  return {
    ask: () => {
      if (!isOpen) void put();
    },
  };
}

interface Question {
  ask(): void;
  /** It need not be asked outside the console, or no longer: the console shows it, or the call that it is about is over. */
  dropOutside(): void;
}

/** Asks in the console, and outside it when nothing shows there. */
function createQuestion(deps: QuittingDeps, onQuit: () => void): Question {
  let stopWaiting = (): void => undefined;
  let outside: AbortController | null = null;
  const goOutside = async (): Promise<void> => {
    if (outside !== null) return;
    const stands = new AbortController();
    outside = stands;
    try {
      const answer = await deps.askOutside(stands.signal);
      if (answer === 'yes' && !stands.signal.aborted) onQuit();
    } catch (error) {
      deps.onAskOutsideFailed(error);
    } finally {
      outside = null;
    }
  };
  return {
    ask: () => {
      stopWaiting();
      stopWaiting = deps.after(questionPatienceMs, () => void goOutside());
      deps.ask();
    },
    dropOutside: () => {
      stopWaiting();
      outside?.abort();
    },
  };
}
