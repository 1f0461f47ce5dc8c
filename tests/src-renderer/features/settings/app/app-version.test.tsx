import { describe, expect, it } from 'vitest';
import { AppVersion } from '../../../../../src-renderer/features/settings/app/app-version.tsx';
import type { UpdateStatus } from '../../../../../src-renderer/platform/desktop.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { createTestDesktop } from '../../../support/test-desktop.ts';

describe('AppVersion', () => {
  it.each<[UpdateStatus, RegExp]>([
    [{ kind: 'available', version: '0.2.0' }, /0\.2\.0があります。自動で取り込み/],
    [{ kind: 'downloading', version: '0.2.0', percent: 41.6 }, /取り込んでいます（42%）/],
  ])('says that an update comes by itself, and what can be done then: %j', async (status, words) => {
    const { screen } = await renderVersion(status);

    await expect.element(screen.getByText(words)).toBeVisible();
    await expect.element(screen.getByText(/ここで入れ替えられます/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '取り込んでいます' })).toBeDisabled();
  });

  it('offers to put in place what is ready', async () => {
    const { screen } = await renderVersion({ kind: 'ready', version: '0.2.0' });

    await expect.element(screen.getByText(/0\.2\.0の準備ができました/)).toBeVisible();
    await expect.element(screen.getByRole('button')).toBeEnabled();
  });
});

async function renderVersion(status: UpdateStatus) {
  const { desktop } = await createTestDesktop('token');
  const updates = { ...desktop.bridge.updates, status: async () => status };
  return renderConsole(<AppVersion bridge={{ ...desktop.bridge, updates }} />, { desktop });
}
