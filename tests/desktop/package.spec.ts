import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/desktop-test.ts';
import { desktopExecutable } from './support/launch-desktop.ts';

test('the package holds the built app and its pictures, nothing of the server, and is small', async ({
  desktop,
}) => {
  const files = await desktop.app.evaluate(({ app }) => {
    // Electron's file system reads archives as folders; only the app's own process has it.
    const { readdirSync } = process.getBuiltinModule('node:fs');
    return { top: readdirSync(app.getAppPath()).sort(), out: readdirSync(`${app.getAppPath()}/out`).sort() };
  });
  const archive = statSync(join(dirname(desktopExecutable()), 'resources/app.asar'));

  expect(files).toEqual({ top: ['out', 'package.json', 'resources'], out: ['main', 'preload', 'renderer'] });
  expect(archive.size).toBeLessThan(20_000_000);
});
