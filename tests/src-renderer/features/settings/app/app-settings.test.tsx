import { describe, expect, it } from 'vitest';
import { AppSettings } from '../../../../../src-renderer/features/settings/app/app-settings.tsx';
import type { DesktopBridge } from '../../../../../src-renderer/platform/desktop.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { createTestDesktop } from '../../../support/test-desktop.ts';

async function renderSettings(change: (bridge: DesktopBridge) => Partial<DesktopBridge>) {
  const { desktop } = await createTestDesktop('token');
  const bridge = { ...desktop.bridge, ...change(desktop.bridge) };
  return (await renderConsole(<AppSettings bridge={bridge} />)).screen;
}

describe('AppSettings', () => {
  it.each([true, false])(
    'offers to be away while locked where the system tells of that: %s',
    async (tellsOfLock) => {
      const screen = await renderSettings(({ app }) => ({
        app: { ...app, info: async () => ({ version: '7.7.7', platform: 'win32', tellsOfLock }) },
      }));

      await expect.element(screen.getByText(/7\.7\.7/)).toBeVisible();

      expect(screen.getByRole('switch', { name: /ロック/ }).elements()).toHaveLength(tellsOfLock ? 1 : 0);
    },
  );

  it.each([
    ['saved', /報告を保存しました/],
    ['cancelled', /保存を取りやめました/],
  ] as const)('says of a report that it was %s', async (outcome, words) => {
    const screen = await renderSettings(({ log }) => ({ log: { ...log, saveReport: async () => outcome } }));

    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText(words)).toBeVisible();
  });

  it('says that a report could not be saved', async () => {
    const screen = await renderSettings(({ log }) => ({
      log: { ...log, saveReport: () => Promise.reject(new Error('the disk is full')) },
    }));

    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText(/保存できませんでした/)).toBeVisible();
  });

  it('says that the app does not answer, instead of showing switches as if it had', async () => {
    const screen = await renderSettings(({ settings }) => ({
      settings: { ...settings, get: () => Promise.reject(new Error('refused')) },
    }));

    await expect.element(screen.getByText(/応答がありません/)).toBeVisible();
  });
});
