import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { PresenceLogScreen } from '../../../../src-renderer/features/figures/presence-log-screen.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';

const zone = 'Asia/Tokyo';
const misaki = agentIdSchema.parse('misaki');
const ofColleague = 'GET /api/agents/misaki/presence-log';

function logOf(changes: readonly object[], complete = true) {
  return { agent: { id: 'misaki', name: '佐藤' }, changes, complete };
}

const changes = [
  { at: '2026-11-20T01:01:00.000Z', from: 'busy', to: 'available', reason: null, by: null },
  {
    at: '2026-11-20T00:30:00.000Z',
    from: 'available',
    to: 'busy',
    reason: 'meeting',
    by: { id: 'boss', name: '木村' },
  },
];

describe('PresenceLogScreen', () => {
  it('lists each change with its time, reason, length and who made it', async () => {
    const { screen } = await renderConsole(<PresenceLogScreen whose={misaki} timeZone={zone} />, {
      answers: { [ofColleague]: () => json(logOf(changes)) },
    });

    await expect.element(screen.getByRole('heading', { name: '佐藤さんの受付の状態の記録' })).toBeVisible();
    const rows = screen.getByRole('listitem').elements();
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/11\/20 10:01:00.*受付可.*自動/),
      expect.stringMatching(/11\/20 09:30:00.*会議.*31:00.*木村/),
    ]);
  });

  it('asks for the days of its address, for oneself where nobody else is meant', async () => {
    const { server } = await renderConsole(<PresenceLogScreen whose={null} timeZone={zone} />, {
      answers: { 'GET /api/agents/presence-log': () => json(logOf([])) },
      at: '/figures/presence/misaki?first=2026-11-18&last=2026-11-19',
    });

    const wanted = new URLSearchParams({
      from: '2026-11-17T15:00:00.000Z',
      to: '2026-11-19T15:00:00.000Z',
    });
    await expect.poll(() => server.requests.at(-1)?.path).toBe(`/api/agents/presence-log?${wanted}`);
  });

  it('says that nothing changed, and that very many changes are cut', async () => {
    const { screen, server } = await renderConsole(<PresenceLogScreen whose={misaki} timeZone={zone} />, {
      answers: { [ofColleague]: () => json(logOf([])) },
    });
    await expect.element(screen.getByText('この期間に、状態は変わっていません')).toBeVisible();
    server.answer({ [ofColleague]: () => json(logOf(changes, false)) });

    await screen.getByRole('radio', { name: '今月' }).click();

    await expect.element(screen.getByText(/新しいほうから2件を表示しています/)).toBeVisible();
  });

  it('says when it could not be loaded', async () => {
    const { screen } = await renderConsole(<PresenceLogScreen whose={misaki} timeZone={zone} />, {
      answers: { [ofColleague]: () => refused('internal', 500) },
    });

    await expect.element(screen.getByRole('alert')).toBeVisible();
  });
});
