import type { RememberedSession, StoredSession } from '../ipc/contract/session.ts';
import type { SettingsFile } from '../settings/settings.ts';

/** The system's keyring. */
export interface Keyring {
  isAvailable(): boolean;
  /** Base64 of the encrypted text. */
  seal(text: string): string;
  /** Throws when the text was sealed by another keyring. */
  open(sealed: string): string;
}

export interface SessionVault {
  load(): RememberedSession;
  store(token: string): StoredSession;
  clear(): void;
}

export interface SessionVaultDeps {
  readonly keyring: Keyring;
  readonly settings: SettingsFile;
  /** The server now connected to: a token is never handed out for another one. */
  readonly server: () => string;
}

/**
 * Keeps the bearer token of one account at a time. Without a keyring it stays in memory only, and the caller is told; it is never stored
 * in the clear.
 */
export function createSessionVault({ keyring, settings, server }: SessionVaultDeps): SessionVault {
  let inMemory: { readonly server: string; readonly token: string } | null = null;

  const loadSealed = (): RememberedSession => {
    const { session } = settings.read();
    if (session === null || session.server !== server()) return { kind: 'nothing' };
    const token = tryOpen(keyring, session.sealed);
    return token === null ? { kind: 'nothing' } : { kind: 'remembered', token };
  };

  return {
    load: () => {
      if (inMemory?.server === server()) return { kind: 'remembered', token: inMemory.token };
      return keyring.isAvailable() ? loadSealed() : { kind: 'no-keyring' };
    },

    store: (token) => {
      inMemory = { server: server(), token };
      const sealable = keyring.isAvailable();
      // Without a keyring what an earlier account left goes too: it would be found again when the keyring is back.
      settings.change({ session: sealable ? { server: server(), sealed: keyring.seal(token) } : null });
      return { kind: sealable ? 'stored' : 'no-keyring' };
    },

    clear: () => {
      inMemory = null;
      settings.change({ session: null });
    },
  };
}

function tryOpen(keyring: Keyring, sealed: string): string | null {
  try {
    return keyring.open(sealed);
  } catch {
    return null;
  }
}
