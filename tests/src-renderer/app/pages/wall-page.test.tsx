import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { WallPage } from '../../../../src-renderer/app/pages/wall-page.tsx';
import { SoftphoneContext } from '../../../../src-renderer/features/softphone/use-softphone.ts';
import { json } from '../../support/fake-server.ts';
import { playSoftphone } from '../../support/played-softphone.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleProfile, sampleRecord } from '../../support/samples.ts';

afterEach(() => page.viewport(1280, 800));

describe('WallPage', () => {
  it.each([720, 1_280])(
    'leads from a call back to itself, by one way, in a window %i wide',
    async (width) => {
      await page.viewport(width, 800);

      const screen = await renderWall(callId);

      await expect.element(screen.getByRole('region', { name: /第1工業/ })).toBeVisible();
      const ways = screen
        .getByRole('link', { name: /戻る/ })
        .elements()
        .filter((way) => way.checkVisibility());
      expect(ways.map((way) => way.getAttribute('href'))).toEqual(['/wall']);
    },
  );

  it('shows who waits before the calls where not everything is seen at once', async () => {
    await page.viewport(720, 800);

    const screen = await renderWall(undefined);

    const queue = screen.getByRole('region', { name: 'お待ちの先方' });
    const calls = screen.getByRole('list', { name: /通話/ });
    await expect.element(calls).toBeInTheDocument();
    expect(topOf(queue.element())).toBeLessThan(topOf(calls.element()));
  });
});

async function renderWall(chosen: string | undefined) {
  const softphone = await playSoftphone();
  const { screen } = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <WallPage callId={chosen} profile={sampleProfile()} />
    </SoftphoneContext>,
    {
      frameHeight: 700,
      answers: {
        'GET /api/calls/active': () => json({ calls: [sampleCall(1)] }),
        [`GET /api/calls/${callId}`]: () => json(sampleRecord()),
        'GET /api/queue': () => json({ waiting: [], longestSince: null }),
        'GET /api/agents': () => json({ agents: [] }),
      },
    },
  );
  return screen;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
