import { describe, expect, it } from 'vitest';
import { WhatsNew } from '../../../src-renderer/app/whats-new.tsx';
import type { Desktop, DesktopBridge } from '../../../src-renderer/platform/desktop.ts';
import { renderConsole } from '../support/render-console.tsx';
import { createTestDesktop } from '../support/test-desktop.ts';

type News = Awaited<ReturnType<DesktopBridge['news']['get']>>;
const updated: News = { kind: 'updated', version: '0.2.0', notes: ['通知が速くなりました。'] };

/** The app around the page, and whether it was told that its news were read. */
async function desktopWith(news: News) {
  const { desktop } = await createTestDesktop('token');
  let isRead = false;
  const read = async (): Promise<void> => {
    isRead = true;
  };
  const bridge = { ...desktop.bridge, news: { get: async () => news, read } };
  const around: Desktop = { ...desktop, bridge };
  return { desktop: around, isRead: () => isRead };
}

describe('WhatsNew', () => {
  it('tells what an update brought, until it is read', async () => {
    const { desktop, isRead } = await desktopWith(updated);
    const { screen } = await renderConsole(<WhatsNew customerWaits={false} />, { desktop });
    await expect.element(screen.getByRole('dialog', { name: '0.2.0に更新しました' })).toBeVisible();
    await expect.element(screen.getByText('通知が速くなりました。')).toBeVisible();

    await screen.getByRole('button', { name: 'わかりました' }).click();

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(isRead()).toBe(true);
  });

  it('waits while a customer does, and is not taken for read', async () => {
    const { desktop, isRead } = await desktopWith(updated);
    const { screen, rerender } = await renderConsole(<WhatsNew customerWaits />, { desktop });
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();

    await rerender(<WhatsNew customerWaits={false} />);

    await expect.element(screen.getByRole('dialog')).toBeVisible();
    expect(isRead()).toBe(false);
  });

  it('says nothing in a browser', async () => {
    const { screen } = await renderConsole(<WhatsNew customerWaits={false} />);

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });
});
