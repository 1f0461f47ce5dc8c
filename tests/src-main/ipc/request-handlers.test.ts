import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { DesktopCommand } from '../../../src-main/desktop-command.ts';
import { holdDesktopState, silentState } from '../../../src-main/desktop-state.ts';
import { createRequestHandlers, type SystemActions } from '../../../src-main/ipc/request-handlers.ts';
import { watchPower } from '../../../src-main/power/watch-power.ts';
import { createSessionVault } from '../../../src-main/security/session-vault.ts';
import { keepDesktopSettings } from '../../../src-main/settings/desktop-settings.ts';
import { createServerSetting } from '../../../src-main/settings/server-setting.ts';
import { createGlobalShortcuts } from '../../../src-main/shortcuts/global-shortcuts.ts';
import { createNewsTeller } from '../../../src-main/updates/news.ts';
import { createUpdates } from '../../../src-main/updates/updates.ts';
import { offer, settingsInMemory } from '../support/desktop-fixtures.ts';

const now = Date.parse('2026-11-22T01:00:01.000Z');

function desktop() {
  const settings = settingsInMemory({ server: 'https://one.example' });
  const server = createServerSetting(settings, null);
  const keyring = { isAvailable: () => true, seal: btoa, open: atob };
  const done: string[] = [];
  const ordered: DesktopCommand[] = [];
  const run = (command: DesktopCommand): void => void ordered.push(command);
  const ignore = (): void => undefined;
  const power = watchPower({
    powerMonitor: new EventEmitter(),
    lockCounts: () => true,
    onAwayChanged: ignore,
    onWoken: ignore,
  });
  const systemKeys = { register: () => true, unregister: () => undefined };
  const state = holdDesktopState(silentState('ja'), [], ignore);
  const system: SystemActions = {
    info: { version: '1.0.0', platform: 'linux', tellsOfLock: false },
    reloadSoon: () => done.push(`reload ${server.current()}`),
    useAppearance: (appearance) => done.push(`use ${appearance}`),
    quitNow: () => done.push('quit'),
    quitQuestionShown: () => done.push('question shown'),
    alertDrawn: () => done.push('drawn'),
    presenceTold: ({ kind }) => done.push(kind),
    tellOfReminder: ({ title }) => done.push(title),
    notePageError: ({ message }) => done.push(message),
    showLog: () => done.push('show log'),
    saveReport: async () => 'saved',
  };
  const handlers = createRequestHandlers({
    vault: createSessionVault({ keyring, settings, server: server.current, onUnreadable: ignore }),
    server,
    settings,
    desktopSettings: keepDesktopSettings(settings, { isSet: () => false, set: () => undefined }),
    state,
    shortcuts: createGlobalShortcuts({
      systemKeys,
      settings,
      platform: 'linux',
      run,
      onTaken: ignore,
      onUnusable: ignore,
    }),
    power,
    updates: createUpdates({
      source: 'development',
      isOnCall: () => false,
      onChanged: () => undefined,
      onFailed: () => undefined,
    }),
    news: createNewsTeller('1.0.0', settings),
    run,
    now: () => now,
    system,
  });
  return { handlers, settings, state, done, ordered };
}

describe('createRequestHandlers', () => {
  it('forgets the session and loads the page anew when the server changes', async () => {
    const { handlers, settings, done } = desktop();
    await handlers['session-store']('token');

    const change = await handlers['server-set']('https://two.example/console');

    expect(change).toEqual({ kind: 'changed', address: 'https://two.example' });
    expect(settings.read().session).toBeNull();
    expect(await handlers['session-load']()).toEqual({ kind: 'nothing' });
    expect(done).toEqual(['reload https://two.example']);
  });

  it('does not cut a call by changing the server', async () => {
    const { handlers, settings, state, done } = desktop();
    await handlers['session-store']('token');
    state.change({ softphone: { kind: 'on-call', muted: false } });

    const change = await handlers['server-set']('https://two.example');

    expect(change).toEqual({ kind: 'refused', problem: 'on-call' });
    expect([settings.read().server, settings.read().session === null]).toEqual([
      'https://one.example',
      false,
    ]);
    expect(done).toEqual([]);
  });

  it('keeps the session when the same server is set again', async () => {
    const { handlers, done } = desktop();
    await handlers['session-store']('token');

    await handlers['server-set']('https://one.example/');

    expect(await handlers['session-load']()).toEqual({ kind: 'remembered', token: 'token' });
    expect(done).toEqual([]);
  });

  it('keeps the session and the server when the new address is refused', async () => {
    const { handlers, done } = desktop();
    await handlers['session-store']('token');

    const change = await handlers['server-set']('http://two.example');

    expect(change).toEqual({ kind: 'refused', problem: 'not-encrypted' });
    expect(await handlers['server-get']()).toBe('https://one.example');
    expect(await handlers['session-load']()).toEqual({ kind: 'remembered', token: 'token' });
    expect(done).toEqual([]);
  });

  it('shows only offers that can still be answered, the most urgent first', async () => {
    const { handlers, state } = desktop();
    const [late, over, soon] = [
      offer('a', { deadline: '2026-11-22T01:00:20.000Z' }),
      offer('b', { deadline: '2026-11-22T01:00:01.000Z' }),
      offer('c', { deadline: '2026-11-22T01:00:09.000Z' }),
    ];

    await handlers['offers-show']({ offers: [late, over, soon], accepting: soon.id });

    expect(state.current().offers).toEqual([soon, late]);
    expect(state.current().accepting).toBe(soon.id);
  });

  it('leaves no alert and no call behind when the agent has signed out', async () => {
    const { handlers, state } = desktop();
    await handlers['offers-show']({ offers: [offer('a')], accepting: null });
    await handlers['softphone-show']({ kind: 'on-call', muted: false });
    await handlers['language-set']('en');

    await handlers['presence-show']({ kind: 'signed-out' });

    expect(state.current()).toEqual(silentState('en'));
  });

  it('remembers language and appearance for the next start', async () => {
    const { handlers, settings, state, done } = desktop();

    await handlers['language-set']('en');
    await handlers['appearance-set']('dark');

    expect(state.current().language).toBe('en');
    expect(settings.read()).toMatchObject({ language: 'en', appearance: 'dark' });
    expect(done).toEqual(['use dark']);
  });

  it('carries out what is chosen in the alert window', async () => {
    const { handlers, ordered } = desktop();
    const offerId = offer('a').id;

    await handlers['alert-accept'](offerId);
    await handlers['alert-decline']({ offerId, reason: 'away' });

    expect(ordered).toEqual([
      { kind: 'accept-offer', offerId },
      { kind: 'decline-offer', offerId, reason: 'away' },
    ]);
  });
});
