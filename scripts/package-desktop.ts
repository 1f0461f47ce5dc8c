import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Configuration } from 'electron-builder';

// Packs the built app into a folder that runs where it stands. Build first.
//
//   --installers       makes what is handed out as well: on Windows nsis, on macOS dmg, on Linux AppImage and deb
//   --inspectable      lets a debugger in, which is how the desktop tests drive the app; for them only
//   UPDATE_FEED        address of the folder that the app looks for updates in; without it the app looks nowhere
//   ELECTRON_RUNTIME   folder of the Electron to pack; without it electron-builder takes, or fetches, the installed package's

const inspectable = process.argv.includes('--inspectable');

const config: Configuration = {
  ...runtimeFrom(process.env['ELECTRON_RUNTIME']),
  ...feedAt(process.env['UPDATE_FEED']),
  ...(inspectable
    ? {
        directories: { output: 'dist/inspectable' },
        electronFuses: { enableNodeCliInspectArguments: true },
      }
    : {}),
};

await build({ dir: !process.argv.includes('--installers'), publish: 'never', config });

function runtimeFrom(folder: string | undefined): Configuration {
  if (folder === undefined) return {};
  const version = readFileSync(join(folder, 'version'), 'utf8').trim();
  return { electronDist: folder, electronVersion: version };
}

function feedAt(url: string | undefined): Configuration {
  return url === undefined ? {} : { publish: { provider: 'generic', url } };
}
