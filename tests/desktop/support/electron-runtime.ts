import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type ElectronRuntime =
  | { readonly kind: 'found'; readonly folder: string }
  | { readonly kind: 'missing'; readonly why: string };

/** A folder with a real Electron: `ELECTRON_RUNTIME`, else what the `electron` package has fetched. */
export function findElectron(root: string): ElectronRuntime {
  if (process.platform !== 'linux') {
    return { kind: 'missing', why: 'the desktop tests drive the unpacked Linux package only' };
  }
  const folder = process.env['ELECTRON_RUNTIME'] ?? join(root, 'node_modules/electron/dist');
  return existsSync(join(folder, 'version'))
    ? { kind: 'found', folder }
    : {
        kind: 'missing',
        why: 'no Electron here: run `npx install-electron`, or set ELECTRON_RUNTIME to the folder of one',
      };
}
