import { describe, expect, it } from 'vitest';
import { createCommandRunner } from '../../src-main/run-command.ts';
import type { ConsoleWindow } from '../../src-main/windows/console-window.ts';
import { offer } from './support/desktop-fixtures.ts';

function desktop() {
  const done: unknown[] = [];
  const consoleWindow: ConsoleWindow = {
    show: () => void done.push('show'),
    isInFront: () => false,
    flash: () => undefined,
    tell: (name, body) => void done.push([name, body]),
    load: () => undefined,
  };
  const run = createCommandRunner({
    consoleWindow: () => consoleWindow,
    quit: () => void done.push('quit'),
  });
  return { run, done };
}

describe('createCommandRunner', () => {
  it('brings the console up for whoever accepts, who needs to see the call', () => {
    const { run, done } = desktop();

    run({ kind: 'accept-offer', offerId: offer('a').id });

    expect(done).toEqual(['show', ['offer-accepted', offer('a').id]]);
  });

  it('leaves the console where it is for whoever declines, mutes or changes presence', () => {
    const { run, done } = desktop();

    run({ kind: 'decline-offer', offerId: offer('a').id, reason: 'away' });
    run({ kind: 'toggle-mute' });
    run({ kind: 'choose-presence', status: { presence: 'offline' } });

    expect(done).toEqual([
      ['offer-declined', { offerId: offer('a').id, reason: 'away' }],
      ['mute-toggled', undefined],
      ['presence-chosen', { presence: 'offline' }],
    ]);
  });

  it('brings the console up to sign out, which holds the session and may have to ask', () => {
    const { run, done } = desktop();

    run({ kind: 'sign-out' });

    expect(done).toEqual(['show', ['sign-out-chosen', undefined]]);
  });
});
