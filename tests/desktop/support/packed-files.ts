import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file in a folder, by its path there, with its size in bytes. */
export function sizesIn(folder: string): Map<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path), statSync(path).size];
    }),
  );
}

/** Bytes of a package beyond those that it has from Electron; Electron's program has another name in it. */
export function bytesBeyondElectron(packed: string, electron: string): number {
  const ofElectron = sizesIn(electron);
  ofElectron.set('toritsugi', ofElectron.get('electron') ?? 0);
  return [...sizesIn(packed)].reduce((sum, [path, size]) => sum + size - (ofElectron.get(path) ?? 0), 0);
}
