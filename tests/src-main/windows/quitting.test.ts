import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchQuitting } from '../../../src-main/windows/quitting.ts';
import { signedIn } from '../support/desktop-fixtures.ts';

interface Waiting {
  readonly ms: number;
  readonly act: () => void;
}

/** With a console that shows the question each time, as it does, or one whose page hangs. */
function played(onCall: boolean, consoleShows = true) {
  const events = new EventEmitter();
  const systemUpdater = new EventEmitter();
  const powerMonitor = new EventEmitter();
  const done: string[] = [];
  const waiting = new Set<Waiting>();
  let answer = (_answer: 'yes' | 'no'): void => undefined;
  let fail = (): void => undefined;
  const quit = (): void => {
    let prevented = false;
    events.emit('before-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (!prevented) done.push('quit');
  };
  const quitting = watchQuitting({
    app: { on: (name, listener) => events.on(name, listener), quit },
    systemUpdater,
    powerMonitor,
    ask: () => {
      done.push('asked');
      if (consoleShows) quitting.questionShown();
    },
    askOutside: (stands) => {
      done.push('asked outside');
      stands.addEventListener('abort', () => done.push('question gone'));
      return new Promise((settle, reject) => {
        answer = settle;
        fail = () => reject(new Error('no display'));
      });
    },
    askAboutUnsaved: () => {
      done.push('asked about what is unsaved');
      return new Promise((settle) => {
        answer = settle;
      });
    },
    onAskOutsideFailed: () => done.push('question failed'),
    closeByForce: () => done.push('closed by force'),
    after: (ms, act) => {
      const one = { ms, act };
      waiting.add(one);
      return () => waiting.delete(one);
    },
  });
  const callIs = (on: boolean): void =>
    quitting.follow(signedIn({ softphone: on ? { kind: 'on-call', muted: false } : { kind: 'idle' } }));
  callIs(onCall);
  return {
    quitting,
    done,
    quit,
    systemUpdater,
    powerMonitor,
    endCall: () => callIs(false),
    /** What was put off until then happens. */
    pass: (ms: number) => {
      for (const one of waiting) {
        if (one.ms > ms) continue;
        waiting.delete(one);
        one.act();
      }
    },
    answer: async (given: 'yes' | 'no') => {
      answer(given);
      await settled();
    },
    failOutside: async () => {
      fail();
      await settled();
    },
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
}

describe('watchQuitting', () => {
  it('quits at once while there is no call', () => {
    const { quitting, done, quit } = played(false);

    quit();

    expect(done).toEqual(['quit']);
    expect(quitting.isUnderWay()).toBe(true);
  });

  it('closes the windows of pages that do not let go', () => {
    const { done, quit, pass } = played(false);

    quit();
    pass(3_000);

    expect(done).toEqual(['quit', 'closed by force']);
  });

  it('asks in mid-call, each time, and quits only when the agent means it', () => {
    const { quitting, done, quit, pass } = played(true);

    quit();
    quit();
    pass(10_000);
    const whileAsked = quitting.isUnderWay();
    quitting.quitNow();

    expect(whileAsked).toBe(false);
    expect(done).toEqual(['asked', 'asked', 'quit']);
    expect(quitting.isUnderWay()).toBe(true);
  });

  it('asks outside a console that does not show the question, once, and does what is answered', async () => {
    const { done, quit, pass, answer } = played(true, false);
    quit();
    pass(1_500);
    quit();
    pass(1_500);

    await answer('no');
    const afterStaying = [...done];
    quit();
    pass(1_500);
    await answer('yes');

    expect(afterStaying).toEqual(['asked', 'asked outside', 'asked']);
    expect(done.slice(afterStaying.length)).toEqual(['asked', 'asked outside', 'quit']);
  });

  it('takes the question back when the call that it asks about has ended', async () => {
    const { done, quit, pass, endCall, answer } = played(true, false);
    quit();
    pass(1_500);

    endCall();
    await answer('yes');

    expect(done).toEqual(['asked', 'asked outside', 'question gone']);
  });

  it('takes the question outside back when the console shows it after all', async () => {
    const { done, quit, pass, quitting, answer } = played(true, false);
    quit();
    pass(1_500);

    quitting.questionShown();
    await answer('yes');

    expect(done).toEqual(['asked', 'asked outside', 'question gone']);
  });

  it('asks outside again where it could not be asked the first time', async () => {
    const { done, quit, pass, failOutside } = played(true, false);
    quit();
    pass(1_500);
    await failOutside();

    quit();
    pass(1_500);

    expect(done).toEqual(['asked', 'asked outside', 'question failed', 'asked', 'asked outside']);
  });

  it('holds up no shutdown of the computer, and asks again when that was called off', () => {
    const { done, quit, powerMonitor, pass, quitting } = played(true);

    powerMonitor.emit('shutdown');
    const closing = quitting.isUnderWay();
    pass(60_000);
    const calledOff = quitting.isUnderWay();
    powerMonitor.emit('shutdown');
    quit();

    expect([closing, calledOff]).toEqual([true, false]);
    expect(done).toEqual(['quit']);
  });

  it('lets windows close for an update that the system puts in place before it quits', () => {
    const { quitting, systemUpdater } = played(false);

    systemUpdater.emit('before-quit-for-update');

    expect(quitting.isUnderWay()).toBe(true);
  });

  it('asks before something unsaved goes with the app, and goes when that is meant', async () => {
    const { done, quit, quitting, pass, answer } = played(false);
    quit();

    const first = quitting.onUnsaved();
    pass(3_000);
    const whileAsked = quitting.isUnderWay();
    await answer('no');
    quit();
    const second = quitting.onUnsaved();
    await answer('yes');
    const third = quitting.onUnsaved();

    expect([first, whileAsked, second, third]).toEqual(['hold', false, 'hold', 'let-go']);
    expect(done).toEqual([
      'quit',
      'asked about what is unsaved',
      'quit',
      'asked about what is unsaved',
      'quit',
    ]);
  });

  it('asks about what is unsaved neither when the computer shuts down, nor when the app loads its page anew', () => {
    const { done, quit, quitting, powerMonitor } = played(false);
    const reloaded = quitting.onUnsaved();

    powerMonitor.emit('shutdown');
    quit();

    expect([reloaded, quitting.onUnsaved()]).toEqual(['let-go', 'let-go']);
    expect(done).toEqual(['quit']);
  });
});
