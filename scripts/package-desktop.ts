import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Configuration } from 'electron-builder';

// Packs the built app into a folder that runs where it stands. Build first.
//
//   --inspectable      lets a debugger in, which is how the desktop tests drive the app; for them only
//   ELECTRON_RUNTIME   folder of the Electron to pack; without it electron-builder takes, or fetches, the installed package's

const inspectable = process.argv.includes('--inspectable');

const config: Configuration = {
  ...runtimeFrom(process.env['ELECTRON_RUNTIME']),
  ...(inspectable
    ? {
        directories: { output: 'dist/inspectable' },
        electronFuses: { enableNodeCliInspectArguments: true },
      }
    : {}),
};

await build({ dir: true, publish: 'never', config });

function runtimeFrom(folder: string | undefined): Configuration {
  if (folder === undefined) return {};
  const version = readFileSync(join(folder, 'version'), 'utf8').trim();
  return { electronDist: folder, electronVersion: version };
}
