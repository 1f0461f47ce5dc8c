import { describe, expect, it } from 'vitest';
import type { DesktopBridge } from '../../../src-renderer/platform/desktop.ts';
import { json } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import { sampleProfile, sampleStatus } from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

describe('signing out', () => {
  it('asks before it signs out an agent who is on a call, and at once signs out one who is not', async () => {
    const { screen, server, softphone } = await renderShell({
      more: { 'POST /api/auth/sign-out': () => json({ success: true }) },
    });
    const signOuts = (): number => server.requests.filter(({ path }) => path === '/api/auth/sign-out').length;
    const chooseSignOut = async (): Promise<void> => {
      await screen.getByRole('button', { name: /^アカウント/ }).click();
      await screen.getByRole('menuitem', { name: 'サインアウト' }).click();
    };

    await chooseSignOut();
    const withoutCall = signOuts();
    softphone.connect();
    await chooseSignOut();
    await screen.getByRole('button', { name: '通話を続ける' }).click();
    const afterNo = signOuts();
    await chooseSignOut();
    await screen.getByRole('button', { name: 'サインアウトする' }).click();

    expect([withoutCall, afterNo, signOuts()]).toEqual([1, 1, 2]);
  });

  it('asks no longer once the call that it asks about has ended', async () => {
    const { screen, softphone } = await renderShell({});
    softphone.connect();
    await screen.getByRole('button', { name: /^アカウント/ }).click();
    await screen.getByRole('menuitem', { name: 'サインアウト' }).click();
    await expect.element(screen.getByRole('button', { name: '通話を続ける' })).toBeVisible();

    softphone.tell({ type: 'ended', registered: true });

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('asks also an agent who talks in another window, whose line goes with the session', async () => {
    const status = sampleStatus({ presence: 'on-call', reachability: 'softphone' });
    const talking = { ...sampleProfile(), status };
    const { screen, server } = await renderShell({ profile: talking });

    await screen.getByRole('button', { name: /^アカウント/ }).click();
    await screen.getByRole('menuitem', { name: 'サインアウト' }).click();

    await expect.element(screen.getByRole('button', { name: '通話を続ける' })).toBeVisible();
    expect(server.requests.filter(({ path }) => path === '/api/auth/sign-out')).toEqual([]);
  });
});

describe('signing out with something unsaved', () => {
  it('says what would be lost, and keeps it until the agent agrees', async () => {
    const { screen, server, platform } = await renderShell({
      more: { 'POST /api/auth/sign-out': () => json({ success: true }) },
    });
    platform.drafts.keep('customers-list', {});
    platform.drafts.keep('conversation-mine', {});

    await screen.getByRole('button', { name: /^アカウント/ }).click();
    await screen.getByRole('menuitem', { name: 'サインアウト' }).click();
    await expect.element(screen.getByText(/保存していない内容（設定）/)).toBeVisible();
    const asked = server.requests.filter(({ path }) => path === '/api/auth/sign-out').length;
    await screen.getByRole('button', { name: 'サインアウトする' }).click();

    await expect
      .poll(() => server.requests.filter(({ path }) => path === '/api/auth/sign-out').length)
      .toBe(1);
    expect(asked).toBe(0);
  });
});

describe('quitting the desktop app', () => {
  it('shows the question, tells the app so each time it asks, and takes it back when the call ends', async () => {
    const { desktop } = await createTestDesktop('token');
    const told: string[] = [];
    const listeners = new Set<() => void>();
    const askToQuit = (): void => {
      for (const listener of listeners) listener();
    };
    const app: DesktopBridge['app'] = {
      ...desktop.bridge.app,
      onQuitAsked: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      quitQuestionShown: async () => void told.push('shown'),
    };
    const { screen, softphone } = await renderShell({
      desktop: { ...desktop, bridge: { ...desktop.bridge, app } },
    });
    softphone.connect();

    askToQuit();
    await expect.element(screen.getByRole('button', { name: '終了する' })).toBeVisible();
    askToQuit();
    await expect.poll(() => told).toEqual(['shown', 'shown']);
    softphone.tell({ type: 'ended', registered: true });

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    expect(told).toEqual(['shown', 'shown']);
  });
});
