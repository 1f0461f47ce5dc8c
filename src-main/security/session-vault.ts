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
  /** The keyring refuses to seal, or what is stored was sealed by another one: the agent has to sign in again. */
  readonly onUnreadable: (error: unknown) => void;
}

/**
 * Keeps the bearer token of one account at a time. Without a keyring it stays in memory only, and the caller is told; it is never stored
 * in the clear.
 */
export function createSessionVault({
  keyring,
  settings,
  server,
  onUnreadable,
}: SessionVaultDeps): SessionVault {
  let inMemory: { readonly server: string; readonly token: string } | null = null;

  const loadSealed = (): RememberedSession => {
    const { session } = settings.read();
    if (session === null || session.server !== server()) return { kind: 'nothing' };
    try {
      return { kind: 'remembered', token: keyring.open(session.sealed) };
    } catch (error) {
      onUnreadable(error);
      return { kind: 'nothing' };
    }
  };

  const seal = (token: string): string | null => {
    if (!keyring.isAvailable()) return null;
    try {
      return keyring.seal(token);
    } catch (error) {
      onUnreadable(error);
      return null;
    }
  };

  return {
    load: () => {
      if (inMemory?.server === server()) return { kind: 'remembered', token: inMemory.token };
      return keyring.isAvailable() ? loadSealed() : { kind: 'no-keyring' };
    },

    store: (token) => {
      inMemory = { server: server(), token };
      const sealed = seal(token);
      // Without a keyring what an earlier account left goes too: it would be found again when the keyring is back.
      settings.change({ session: sealed === null ? null : { server: server(), sealed } });
      return { kind: sealed === null ? 'no-keyring' : 'stored' };
    },

    clear: () => {
      inMemory = null;
      settings.change({ session: null });
    },
  };
}
