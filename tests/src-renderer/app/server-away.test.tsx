import { afterEach, describe, expect, it, vi } from 'vitest';
import { SessionGate } from '../../../src-renderer/app/session-gate.tsx';
import { refused } from '../support/fake-server.ts';
import { renderConsole } from '../support/render-console.tsx';
import { createTestDesktop } from '../support/test-desktop.ts';

const away = { 'GET /api/session': () => refused('internal', 503) };
const back = { 'GET /api/session': () => refused('not-signed-in', 401) };

afterEach(() => vi.useRealTimers());

describe('SessionGate, while the server is away', () => {
  it('asks again by itself, and goes on when the server is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { screen, server } = await renderConsole(<SessionGate />, { answers: away });
    await expect.element(screen.getByRole('alert')).toBeVisible();

    await vi.advanceTimersByTimeAsync(2_000);
    await expect.poll(() => server.requests.length).toBe(2);
    await expect.element(screen.getByRole('alert')).toBeVisible();
    server.answer(back);
    await vi.advanceTimersByTimeAsync(4_000);

    await expect.poll(() => server.requests.length).toBe(3);
    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('lets the desktop app have another server', async () => {
    const { desktop } = await createTestDesktop('token');
    const set = vi.spyOn(desktop.bridge.server, 'set');
    const { screen } = await renderConsole(<SessionGate />, { answers: away, desktop });

    await screen.getByText(/^サーバー: /).click();
    await screen.getByRole('textbox', { name: 'サーバーのアドレス' }).fill('https://calls.example.com');
    await screen.getByRole('button', { name: '変更する' }).click();

    expect(set).toHaveBeenCalledWith('https://calls.example.com');
  });

  it('has no address to change in a browser', async () => {
    const { screen } = await renderConsole(<SessionGate />, { answers: away });

    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByText(/^サーバー: /)).not.toBeInTheDocument();
  });
});
