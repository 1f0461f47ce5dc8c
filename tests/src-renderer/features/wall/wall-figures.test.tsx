import type { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WallSummary } from '../../../../src-renderer/features/wall/wall-summary.tsx';
import { queryKeys } from '../../../../src-renderer/platform/query-keys.ts';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleCall } from '../../support/samples.ts';

/** Far less than the half minute after which they are asked for again anyway; much more than it takes. */
const patience = { timeout: 12_000 };

describe('the rates on the wall', () => {
  it('follow while calls change on and on', async () => {
    let answered = 2;
    const { screen, cache } = await renderConsole(<WallSummary timeZone="Asia/Tokyo" />, {
      answers: {
        'GET /api/calls/active': () => json({ calls: [sampleCall(1)] }),
        'GET /api/agents': () => json({ agents: [] }),
        'GET /api/queue': () => json({ waiting: [], longestSince: null }),
        'GET /api/agents/figures': () =>
          json({ agents: [], calls: { dialled: 8, answered, wanted: 0, connected: 0 } }),
      },
    });
    await expect.element(screen.getByText('25%')).toBeVisible();

    answered = 6;
    changeOnAndOn(cache);

    await expect.element(screen.getByText('75%'), patience).toBeVisible();
  });
});

/** Faster than anything would settle. */
function changeOnAndOn(cache: QueryClient): void {
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    const status = step % 2 === 0 ? 'ai-responding' : 'transferring';
    cache.setQueryData(queryKeys.activeCalls, [sampleCall(1, { status })]);
  }, 50);
  onTestFinished(() => clearInterval(timer));
}
