import { safeStorage } from 'electron';
import type { Keyring } from './session-vault.ts';

/** The operating system's keyring, through Electron's `safeStorage`. Usable once the app is ready. */
export function createKeyring(platform: NodeJS.Platform): Keyring {
  return {
    isAvailable: () => safeStorage.isEncryptionAvailable() && !(platform === 'linux' && hasOnlyTheKnownKey()),
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}

/** On Linux without a keyring Chromium "encrypts" with a password that stands in its source: no better than plain text. */
function hasOnlyTheKnownKey(): boolean {
  const backend = safeStorage.getSelectedStorageBackend();
  return backend === 'basic_text' || backend === 'unknown';
}
