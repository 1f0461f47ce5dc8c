import { expect, it, onTestFinished, vi } from 'vitest';
import { SessionGate } from '../../../src-renderer/app/session-gate.tsx';
import { queryKeys } from '../../../src-renderer/platform/query-keys.ts';
import { json, refused } from '../support/fake-server.ts';
import { renderConsole } from '../support/render-console.tsx';
import { sampleProfile, sampleSession } from '../support/samples.ts';

it('says that the session has ended, and leaves nothing of it to the next agent', async () => {
  const { screen, server, cache, platform } = await renderConsole(<SessionGate />, {
    answers: {
      'GET /api/session': () => json(sampleSession()),
      'GET /api/agents/profile': () => json(sampleProfile()),
    },
  });
  await expect.element(screen.getByRole('navigation').first()).toBeVisible();
  platform.drafts.keep('new-customer', { company: 'ミナト工業' });

  server.answer({ 'GET /api/session': () => refused('not-signed-in', 401) });
  await cache.invalidateQueries({ queryKey: queryKeys.session });
  await expect.element(screen.getByRole('button', { name: 'サインイン' })).toBeVisible();
  await expect.element(screen.getByText(/サインアウトされました。通話の取り次ぎは届きません/)).toBeVisible();
  server.answer({ 'GET /api/session': () => json(sampleSession({ id: 'ken', name: '鈴木' })) });
  await cache.invalidateQueries({ queryKey: queryKeys.session });

  await expect.element(screen.getByRole('navigation').first()).toBeVisible();
  expect(platform.drafts.keys()).toEqual([]);
});

it('keeps the softphone when the console fails to be drawn', async () => {
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => silenced.mockRestore());
  const { screen, cache } = await renderConsole(<SessionGate />, {
    answers: {
      'GET /api/session': () => json(sampleSession()),
      'GET /api/agents/profile': () => json(sampleProfile()),
    },
  });
  await expect.element(screen.getByRole('navigation').first()).toBeVisible();

  cache.setQueryData(queryKeys.offers, 'no list');

  await expect.element(screen.getByRole('alert')).toHaveTextContent('画面を表示できませんでした');
});
