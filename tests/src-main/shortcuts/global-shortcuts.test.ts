import { describe, expect, it } from 'vitest';
import type { DesktopCommand } from '../../../src-main/desktop-command.ts';
import { createGlobalShortcuts } from '../../../src-main/shortcuts/global-shortcuts.ts';
import { offer, settingsInMemory, signedIn } from '../support/desktop-fixtures.ts';

/** The computer's keys, some of which another program holds. */
function keyboard(held: readonly string[] = []) {
  const ours = new Map<string, () => void>();
  return {
    press: (accelerator: string) => ours.get(accelerator)?.(),
    ours: () => [...ours.keys()].sort(),
    register: (accelerator: string, press: () => void) => {
      if (accelerator.endsWith('+F24')) throw new TypeError('conversion failure');
      if (held.includes(accelerator) || ours.has(accelerator)) return false;
      ours.set(accelerator, press);
      return true;
    },
    unregister: (accelerator: string) => void ours.delete(accelerator),
  };
}

function open(held: readonly string[] = [], stored: unknown = {}) {
  const systemKeys = keyboard(held);
  const settings = settingsInMemory(stored);
  const ordered: DesktopCommand[] = [];
  const run = (command: DesktopCommand) => void ordered.push(command);
  const taken: string[] = [];
  const onTaken = (command: string) => void taken.push(command);
  const unusable: unknown[] = [];
  const onUnusable = (error: unknown) => void unusable.push(error);
  const shortcuts = createGlobalShortcuts({
    systemKeys,
    settings,
    platform: 'linux',
    run,
    onTaken,
    onUnusable,
  });
  return { systemKeys, settings, shortcuts, ordered, taken, unusable };
}

const offered = signedIn({ offers: [offer('a')] });

describe('createGlobalShortcuts', () => {
  it('claims its own keys where the settings have what is no accelerator', () => {
    const { systemKeys, shortcuts } = open([], { shortcuts: { show: 'Hyper+Nonsense', mute: '' } });

    shortcuts.follow(signedIn({ softphone: { kind: 'on-call', muted: false } }));

    expect(systemKeys.ours()).toEqual(['CommandOrControl+Alt+M', 'CommandOrControl+Alt+O']);
  });

  it('goes on, and says so once, where the system does not understand the keys', () => {
    const { systemKeys, shortcuts, unusable } = open([], { shortcuts: { show: 'Control+F24' } });

    shortcuts.follow(offered);
    shortcuts.follow(signedIn());
    shortcuts.follow(offered);

    expect(systemKeys.ours()).toEqual(['CommandOrControl+Alt+N', 'CommandOrControl+Alt+Y']);
    expect(unusable).toHaveLength(1);
    expect(shortcuts.list().find(({ command }) => command === 'show')?.state).toBe('taken');
  });

  it('claims keys while there is something to do with them, and does that', () => {
    const { systemKeys, shortcuts, ordered } = open();

    shortcuts.follow(offered);
    systemKeys.press('CommandOrControl+Alt+Y');

    expect(ordered).toEqual([{ kind: 'accept-offer', offerId: offer('a').id }]);
    expect(systemKeys.ours()).toEqual([
      'CommandOrControl+Alt+N',
      'CommandOrControl+Alt+O',
      'CommandOrControl+Alt+Y',
    ]);
    shortcuts.follow(signedIn());
    expect(systemKeys.ours()).toEqual(['CommandOrControl+Alt+O']);
  });

  it('tells of keys that another program holds, also while they are not needed', () => {
    const { shortcuts } = open(['CommandOrControl+Alt+Y', 'CommandOrControl+Alt+O']);

    shortcuts.follow(signedIn());

    expect(shortcuts.list().map(({ command, state }) => [command, state])).toEqual([
      ['accept', 'taken'],
      ['decline', 'asleep'],
      ['mute', 'asleep'],
      ['show', 'taken'],
    ]);
  });

  it('uses new keys at once, remembers them, and frees the old ones', () => {
    const { systemKeys, settings, shortcuts } = open();
    shortcuts.follow(offered);

    const change = shortcuts.set({ command: 'accept', accelerator: 'alt+ctrl+j' });

    expect(change).toMatchObject({ kind: 'changed' });
    expect(shortcuts.workingKeys('accept')).toBe('Ctrl+Alt+J');
    expect(systemKeys.ours()).toContain('Control+Alt+J');
    expect(systemKeys.ours()).not.toContain('CommandOrControl+Alt+Y');
    expect(settings.read().shortcuts).toEqual({ accept: 'Control+Alt+J' });
  });

  it('refuses keys that another of our commands has, however they are written', () => {
    const { shortcuts } = open();

    const change = shortcuts.set({ command: 'accept', accelerator: 'Ctrl+Alt+N' });

    expect(change).toEqual({ kind: 'ours', command: 'decline' });
  });

  it('refuses keys that another program holds, and keeps the old ones', () => {
    const { shortcuts } = open(['Control+Alt+J']);
    shortcuts.follow(offered);

    const change = shortcuts.set({ command: 'accept', accelerator: 'Ctrl+Alt+J' });

    expect(change).toEqual({ kind: 'taken' });
    expect(shortcuts.workingKeys('accept')).toBe('Ctrl+Alt+Y');
  });

  it('refuses what cannot be a key in every program', () => {
    expect(open().shortcuts.set({ command: 'mute', accelerator: 'M' })).toEqual({ kind: 'not-usable' });
  });

  it('refuses keys that every program needs, and leaves them alone', () => {
    const { systemKeys, shortcuts } = open();

    const change = shortcuts.set({ command: 'show', accelerator: 'CommandOrControl+C' });

    expect(change).toEqual({ kind: 'everybodys' });
    expect(systemKeys.ours()).not.toContain('CommandOrControl+C');
  });

  it('switches a key off and on again, with all as delivered', () => {
    const { systemKeys, shortcuts } = open();
    shortcuts.follow(offered);

    shortcuts.set({ command: 'decline', accelerator: null });
    const without = shortcuts.list();
    const again = shortcuts.reset();

    expect(without[1]).toEqual({ command: 'decline', accelerator: null, keys: null, state: 'off' });
    expect(again[1]).toMatchObject({ accelerator: 'CommandOrControl+Alt+N', state: 'working' });
    expect(systemKeys.ours()).toContain('CommandOrControl+Alt+N');
  });

  it('gives back the delivered keys also where two commands have swapped theirs', () => {
    const { systemKeys, shortcuts } = open();
    shortcuts.follow(signedIn({ offers: [offer('a')], softphone: { kind: 'on-call', muted: false } }));
    shortcuts.set({ command: 'accept', accelerator: 'Ctrl+Alt+Z' });
    shortcuts.set({ command: 'mute', accelerator: 'Ctrl+Alt+Y' });

    const again = shortcuts.reset();

    expect(again.map(({ command, state }) => [command, state])).toEqual([
      ['accept', 'working'],
      ['decline', 'working'],
      ['mute', 'working'],
      ['show', 'working'],
    ]);
    expect(systemKeys.ours()).toEqual([
      'CommandOrControl+Alt+M',
      'CommandOrControl+Alt+N',
      'CommandOrControl+Alt+O',
      'CommandOrControl+Alt+Y',
    ]);
  });

  it('reports once that another program holds the keys of what there is to do', () => {
    const { shortcuts, taken } = open(['CommandOrControl+Alt+Y']);

    shortcuts.follow(offered);
    shortcuts.follow(offered);

    expect(taken).toEqual(['accept']);
  });

  it('begins with the keys that were chosen before a restart', () => {
    const { shortcuts } = open([], { shortcuts: { show: 'Control+Alt+S' } });

    shortcuts.follow(signedIn());

    expect(shortcuts.workingKeys('show')).toBe('Ctrl+Alt+S');
  });
});
