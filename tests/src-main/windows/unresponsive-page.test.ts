import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchResponse } from '../../../src-main/windows/unresponsive-page.ts';

function hung() {
  const window = new EventEmitter();
  const done: string[] = [];
  let answer = (_given: 'yes' | 'no'): void => undefined;
  watchResponse({
    window,
    ask: (stands) => {
      done.push('asked');
      stands.addEventListener('abort', () => done.push('question gone'));
      return new Promise((settle) => {
        answer = settle;
      });
    },
    giveUp: () => done.push('given up'),
    onFailed: () => done.push('failed'),
  });
  window.emit('unresponsive');
  return {
    window,
    done,
    answer: async (given: 'yes' | 'no') => {
      answer(given);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('watchResponse', () => {
  it('gives the page up when the agent means it, and asks once', async () => {
    const { window, done, answer } = hung();
    window.emit('unresponsive');

    await answer('yes');

    expect(done).toEqual(['asked', 'given up']);
  });

  it('asks again after a while of waiting', async () => {
    const { window, done, answer } = hung();
    await answer('no');

    window.emit('unresponsive');

    expect(done).toEqual(['asked', 'asked']);
  });

  it('takes the question back, and its answer, when the page has come back', async () => {
    const { window, done, answer } = hung();

    window.emit('responsive');
    await answer('yes');

    expect(done).toEqual(['asked', 'question gone']);
  });
});
