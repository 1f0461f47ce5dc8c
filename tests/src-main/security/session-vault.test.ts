import { describe, expect, it } from 'vitest';
import { createSessionVault, type Keyring } from '../../../src-main/security/session-vault.ts';
import { settingsInMemory } from '../support/desktop-fixtures.ts';

const server = 'https://one.example';

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
    createSessionVault({ keyring: keyring('a'), settings, server: () => server }).store('secret');

    const afterRestart = createSessionVault({ keyring: keyring('a'), settings, server: () => server });

    expect(afterRestart.load()).toEqual({ kind: 'remembered', token: 'secret' });
    expect(JSON.stringify(settings.read())).not.toContain('secret');
  });

  it('stores nothing without a keyring, says so, and asks again after a restart', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: noKeyring, settings, server: () => server });

    const stored = vault.store('secret');

    expect(stored).toEqual({ kind: 'no-keyring' });
    expect(settings.read().session).toBeNull();
    const afterRestart = createSessionVault({ keyring: noKeyring, settings, server: () => server });
    expect(afterRestart.load()).toEqual({ kind: 'no-keyring' });
  });

  it('keeps the session while the app runs, also without a keyring', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: noKeyring, settings, server: () => server });
    vault.store('secret');

    const afterReload = vault.load();

    expect(afterReload).toEqual({ kind: 'remembered', token: 'secret' });
  });

  it('never hands a session to another server', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server }).store('secret');

    const elsewhere = createSessionVault({
      keyring: keyring('a'),
      settings,
      server: () => 'https://two.example',
    });

    expect(elsewhere.load()).toEqual({ kind: 'nothing' });
  });

  it('lets nobody find an earlier account again when the keyring was gone for a while', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server }).store('of sato');

    createSessionVault({ keyring: noKeyring, settings, server: () => server }).store('of suzuki');
    const afterwards = createSessionVault({ keyring: keyring('a'), settings, server: () => server });

    expect(afterwards.load()).toEqual({ kind: 'nothing' });
  });

  it('keeps one account, the last one', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: keyring('a'), settings, server: () => server });

    vault.store('of sato');
    vault.store('of suzuki');

    expect(vault.load()).toEqual({ kind: 'remembered', token: 'of suzuki' });
    expect(settings.read().session?.sealed).toBe(btoa('a:of suzuki'));
  });

  it('takes a session that another keyring sealed for none', () => {
    const settings = settingsInMemory();
    createSessionVault({ keyring: keyring('a'), settings, server: () => server }).store('secret');

    const vault = createSessionVault({ keyring: keyring('b'), settings, server: () => server });

    expect(vault.load()).toEqual({ kind: 'nothing' });
  });

  it('leaves no trace after sign-out', () => {
    const settings = settingsInMemory();
    const vault = createSessionVault({ keyring: keyring('a'), settings, server: () => server });
    vault.store('secret');

    vault.clear();

    expect(vault.load()).toEqual({ kind: 'nothing' });
    expect(settings.read().session).toBeNull();
  });
});
