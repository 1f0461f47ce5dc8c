import { describe, expect, it } from 'vitest';
import { createSessionVault, type Keyring } from '../../../src-main/security/session-vault.ts';
import { settingsInMemory } from '../support/desktop-fixtures.ts';

const server = 'https://one.example';
const onUnreadable = (): void => undefined;

function keyring(name: string): Keyring {
  return {
    isAvailable: () => true,
    seal: (text) => btoa(`${name}:${text}`),
    open: (sealed) => {
      const text = atob(sealed);
      if (!text.startsWith(`${name}:`)) throw new Error('sealed by another keyring');
      return text.slice(name.length + 1);
    },
  };
}

const noKeyring: Keyring = { ...keyring('none'), isAvailable: () => false };

describe('createSessionVault', () => {
  it('remembers the session over a restart, sealed', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server, onUnreadable }).store(
      'secret',
    );

    const afterRestart = createSessionVault({
      keyring: keyring('a'),
      settings,
      server: () => server,
      onUnreadable,
    });

    expect(afterRestart.load()).toEqual({ kind: 'remembered', token: 'secret' });
    expect(JSON.stringify(settings.read())).not.toContain('secret');
  });

  it('stores nothing without a keyring, says so, and asks again after a restart', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: noKeyring, settings, server: () => server, onUnreadable });

    const stored = vault.store('secret');

    expect(stored).toEqual({ kind: 'no-keyring' });
    expect(settings.read().session).toBeNull();
    const afterRestart = createSessionVault({
      keyring: noKeyring,
      settings,
      server: () => server,
      onUnreadable,
    });
    expect(afterRestart.load()).toEqual({ kind: 'no-keyring' });
  });

  it('stores nothing where the keyring refuses to seal, and leaves nothing of an earlier account', () => {
    const settings = settingsInMemory();
    const problems: unknown[] = [];
    const locked: Keyring = {
      ...keyring('a'),
      seal: () => {
        throw new Error('the wallet is locked');
      },
    };
    const deps = { settings, server: () => server, onUnreadable: (error: unknown) => problems.push(error) };
    createSessionVault({ ...deps, keyring: keyring('a') }).store('of an earlier account');

    const stored = createSessionVault({ ...deps, keyring: locked }).store('secret');

    expect(stored).toEqual({ kind: 'no-keyring' });
    expect(settings.read().session).toBeNull();
    expect(problems).toHaveLength(1);
  });

  it('keeps the session while the app runs, also without a keyring', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: noKeyring, settings, server: () => server, onUnreadable });
    vault.store('secret');

    const afterReload = vault.load();

    expect(afterReload).toEqual({ kind: 'remembered', token: 'secret' });
  });

  it('never hands a session to another server', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server, onUnreadable }).store(
      'secret',
    );

    const elsewhere = createSessionVault({
      keyring: keyring('a'),
      settings,
      server: () => 'https://two.example',
      onUnreadable,
    });

    expect(elsewhere.load()).toEqual({ kind: 'nothing' });
  });

  it('lets nobody find an earlier account again when the keyring was gone for a while', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server, onUnreadable }).store(
      'of sato',
    );

    createSessionVault({ keyring: noKeyring, settings, server: () => server, onUnreadable }).store(
      'of suzuki',
    );
    const afterwards = createSessionVault({
      keyring: keyring('a'),
      settings,
      server: () => server,
      onUnreadable,
    });

    expect(afterwards.load()).toEqual({ kind: 'nothing' });
  });

  it('keeps one account, the last one', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: keyring('a'), settings, server: () => server, onUnreadable });

    vault.store('of sato');
    vault.store('of suzuki');

    expect(vault.load()).toEqual({ kind: 'remembered', token: 'of suzuki' });
    expect(settings.read().session?.sealed).toBe(btoa('a:of suzuki'));
  });

  it('takes a session that another keyring sealed for none', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server, onUnreadable }).store(
      'secret',
    );

    const vault = createSessionVault({ keyring: keyring('b'), settings, server: () => server, onUnreadable });

    expect(vault.load()).toEqual({ kind: 'nothing' });
  });

  it('leaves no trace after sign-out', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: keyring('a'), settings, server: () => server, onUnreadable });
    vault.store('secret');

    vault.clear();

    expect(vault.load()).toEqual({ kind: 'nothing' });
    expect(settings.read().session).toBeNull();
  });

  it('reports a session that another keyring has sealed, and asks to sign in again', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server, onUnreadable }).store(
      'secret',
    );
    const problems: unknown[] = [];

    const vault = createSessionVault({
      keyring: keyring('b'),
      settings,
      server: () => server,
      onUnreadable: (problem) => problems.push(problem),
    });

    expect(vault.load()).toEqual({ kind: 'nothing' });
    expect(problems).toEqual([new Error('sealed by another keyring')]);
  });
});
