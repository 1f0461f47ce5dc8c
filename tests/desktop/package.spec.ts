import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect } from '@playwright/test';
import { test } from './support/desktop-test.ts';
import { desktopExecutable } from './support/launch-desktop.ts';
import { bytesBeyondElectron } from './support/packed-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A fuse that is on is the digit one. */
const burning = '1'.charCodeAt(0);

/** Which fuses are on, read from the program itself. */
async function fusesOf(program: string): Promise<Record<string, boolean>> {
  const wire = await getCurrentFuseWire(program);
  const known = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  return Object.fromEntries(known.map((fuse) => [FuseV1Options[fuse], wire[fuse] === burning]));
}

test('the package holds the built app and its pictures, nothing of the server, and is small', async ({
  desktop,
  electron,
}) => {
  const files = await desktop.app.evaluate(({ app }) => {
    // Electron's file system reads archives as folders; only the app's own process has it.
    const { readdirSync } = process.getBuiltinModule('node:fs');
    const inside = (...path: string[]): string[] => readdirSync([app.getAppPath(), ...path].join('/')).sort();
    return { top: inside(), out: inside('out'), pages: inside('out', 'renderer') };
  });

  expect(files.top).toEqual(['out', 'package.json', 'resources']);
  expect(files.out).toEqual(['main', 'preload', 'renderer']);
  expect(files.pages).toEqual(['alert.html', 'assets', 'icon.svg', 'index.html', 'stopped.css']);
  expect(bytesBeyondElectron(dirname(desktopExecutable()), electron)).toBeLessThan(20_000_000);
});

test('the release runs the console and nothing else, and what is tested here differs in the debugger only', async ({
  electron,
}) => {
  test.setTimeout(120_000);
  execFileSync('npx', ['tsx', 'scripts/package-desktop.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ELECTRON_RUNTIME: electron },
  });

  const release = await fusesOf(join(root, 'dist/linux-unpacked/toritsugi'));
  const tested = await fusesOf(desktopExecutable());

  expect(release).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  });
  expect(tested).toEqual({ ...release, EnableNodeCliInspectArguments: true });
  expect(
    readFileSync(join(root, 'dist/linux-unpacked/resources/app.asar')).equals(
      readFileSync(join(dirname(desktopExecutable()), 'resources/app.asar')),
    ),
  ).toBe(true);
});
