import { describe, expect, it } from 'vitest';
import { holdDesktopState, silentState } from '../../../src-main/desktop-state.ts';
import { createRequestHandlers } from '../../../src-main/ipc/request-handlers.ts';
import { createSessionVault } from '../../../src-main/security/session-vault.ts';
import { createServerSetting } from '../../../src-main/settings/server-setting.ts';
import { offer, settingsInMemory } from '../support/desktop-fixtures.ts';

function desktop() {
  const settings = settingsInMemory({ server: 'https://one.example' });
  const server = createServerSetting(settings, null);
  const keyring = { isAvailable: () => true, seal: btoa, open: atob };
  const vault = createSessionVault({ keyring, settings, server: server.current });
  const state = holdDesktopState(silentState('ja'), []);
  const reloads: string[] = [];
  const handlers = createRequestHandlers({
    vault,
    server,
    settings,
    state,
    shortcuts: () => [],
    info: { version: '1.0.0', platform: 'linux' },
    showConsole: () => undefined,
    reloadSoon: () => reloads.push(server.current()),
    quit: () => undefined,
  });
  return { handlers, settings, state, reloads };
}

describe('createRequestHandlers', () => {
  it('forgets the session and loads the page anew when the server changes', async () => {
    const { handlers, settings, reloads } = desktop();
    await handlers['session-store']('token');

    const change = await handlers['server-set']('https://two.example/console');

    expect(change).toEqual({ kind: 'changed', address: 'https://two.example' });
    expect(settings.read().session).toBeNull();
    expect(await handlers['session-load']()).toEqual({ kind: 'nothing' });
    expect(reloads).toEqual(['https://two.example']);
  });

  it('keeps the session when the same server is set again', async () => {
    const { handlers, reloads } = desktop();
    await handlers['session-store']('token');

    await handlers['server-set']('https://one.example/');

    expect(await handlers['session-load']()).toEqual({ kind: 'remembered', token: 'token' });
    expect(reloads).toEqual([]);
  });

  it('keeps the session and the server when the new address is refused', async () => {
    const { handlers, reloads } = desktop();
    await handlers['session-store']('token');

    const change = await handlers['server-set']('http://two.example');

    expect(change).toEqual({ kind: 'refused', problem: 'not-encrypted' });
    expect(await handlers['server-get']()).toBe('https://one.example');
    expect(await handlers['session-load']()).toEqual({ kind: 'remembered', token: 'token' });
    expect(reloads).toEqual([]);
  });

  it('leaves no alert and no call behind when the agent has signed out', async () => {
    const { handlers, state } = desktop();
    await handlers['offers-show']([offer('a')]);
    await handlers['softphone-show']({ kind: 'on-call', muted: false });
    await handlers['language-set']('en');

    await handlers['presence-show']({ kind: 'signed-out' });

    expect(state.current()).toEqual(silentState('en'));
  });

  it('remembers the language for the next start', async () => {
    const { handlers, settings, state } = desktop();

    await handlers['language-set']('en');

    expect(state.current().language).toBe('en');
    expect(settings.read().language).toBe('en');
  });
});
