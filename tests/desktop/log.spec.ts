import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/desktop-test.ts';

test('what goes wrong in the page is in the log, and in the report that the agent can send', async ({
  desktop,
  launch,
}) => {
  const { app, page } = desktop;
  const report = join(launch.userData, 'report.txt');
  await app.evaluate(({ dialog, shell }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    shell.showItemInFolder = (path) => void Reflect.set(globalThis, 'shownInFolder', path);
  }, report);

  await page.evaluate(`setTimeout(() => { throw new Error('no line to +81 3-1234-5678') })`);
  await page.evaluate(`void Promise.reject(new Error('nobody listened'))`);
  const log = join(launch.userData, 'logs', 'main.log');
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('nobody listened');
  const saved = await page.evaluate(() => globalThis.desktop.log.saveReport());

  const text = readFileSync(report, 'utf8');
  expect(saved).toBe('saved');
  expect(text).toContain('no line to [number]');
  expect(text).toContain('crash dumps: none');
  expect(text).toMatch(/^electron: \d+/m);
  expect(text).not.toContain('1234');
  expect(await app.evaluate(() => Reflect.get(globalThis, 'shownInFolder'))).toBe(report);
});

test('a report that the agent thinks better of is not written', async ({ desktop }) => {
  await desktop.app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });

  expect(await desktop.page.evaluate(() => globalThis.desktop.log.saveReport())).toBe('cancelled');
});
