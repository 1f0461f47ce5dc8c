import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { queryKeys } from '../../../src-renderer/platform/query-keys.ts';
import { json, refused } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import { callId, sampleCall, sampleHandoff, sampleOffer, sampleRecord } from '../support/samples.ts';

const offered = { 'GET /api/offers': () => json({ offers: [sampleOffer()] }) };
const accept = `POST /api/offers/${sampleOffer().id}/accept`;

afterEach(() => page.viewport(1280, 800));

describe('an offer on any screen', () => {
  it.each([480, 720, 900, 1_280])(
    'covers nothing that can be pressed, in a window %i wide',
    async (width) => {
      await page.viewport(width, 720);
      const { screen } = await renderShell({
        at: `/calls/${callId}`,
        more: { ...offered, [`GET /api/calls/${callId}`]: () => json(sampleRecord()) },
      });
      await expect.element(screen.getByRole('button', { name: '終了' })).toBeVisible();
      const card = screen.getByRole('region', { name: '取り次ぎの依頼' });
      await expect.element(card).toBeVisible();

      const { top, bottom, left, right } = card.element().getBoundingClientRect();
      const under = screen
        .getByRole('button')
        .elements()
        .filter((control) => !card.element().contains(control) && control.checkVisibility())
        .map((control) => control.getBoundingClientRect())
        .filter(
          (place) => place.bottom > top && place.top < bottom && place.right > left && place.left < right,
        );
      expect(under).toEqual([]);
      expect(bottom).toBeLessThanOrEqual(720);
    },
  );

  it('takes the palette away when an offer arrives, so that it can be answered', async () => {
    const { screen, cache } = await renderShell({});
    await expect.element(screen.getByRole('heading', { name: '進行中の通話' })).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(screen.getByRole('dialog')).toBeVisible();

    cache.setQueryData(queryKeys.offers, [sampleOffer()]);

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: '受ける' })).toBeVisible();
  });

  it('accepts an offer with Enter for this window, and opens the call', async () => {
    const handoff = sampleHandoff({ status: 'joining', agent: { id: 'misaki', name: '佐藤' } });
    const { screen, server, platform, places } = await renderShell({
      more: { ...offered, [accept]: () => json(handoff) },
    });
    await expect
      .element(screen.getByRole('button', { name: '受ける' }))
      .toHaveAttribute('aria-keyshortcuts', 'Enter');

    await userEvent.keyboard('{Enter}');

    await expect.poll(() => places.at(-1)).toBe(`/calls/${callId}`);
    await expect.element(screen.getByRole('region', { name: '取り次ぎの依頼' })).not.toBeInTheDocument();
    expect(server.requests.find(({ path }) => path.endsWith('/accept'))?.body).toEqual({
      clientId: platform.clientId,
    });
  });

  it('accepts the offer rather than confirming a result when both wait for Enter', async () => {
    const over = sampleCall(1, { status: 'completed', result: 'success', durationSeconds: 60 });
    const { screen, server } = await renderShell({
      at: `/calls/${callId}`,
      more: {
        ...offered,
        [accept]: () => json(sampleHandoff({ status: 'joining' })),
        [`GET /api/calls/${callId}`]: () => json(sampleRecord({ call: over })),
      },
    });
    await expect.element(screen.getByRole('button', { name: '確定' })).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: '受ける' }))
      .toHaveAttribute('aria-keyshortcuts', 'Enter');

    await userEvent.keyboard('{Enter}');

    await expect.poll(() => server.requests.some(({ path }) => path.endsWith('/accept'))).toBe(true);
    expect(server.requests.some(({ path }) => path.endsWith('/result'))).toBe(false);
  });

  it('takes an offer away that a colleague was faster to accept, and says so', async () => {
    const { screen, platform } = await renderShell({
      more: { ...offered, [accept]: () => refused('offer-over') },
    });

    await screen.getByRole('button', { name: '受ける' }).click();

    await expect.element(screen.getByRole('region', { name: '取り次ぎの依頼' })).not.toBeInTheDocument();
    expect(platform.toasts.getState()[0]?.text).toContain('この取り次ぎは終わりました');
  });

  it('rings while an offer waits, and no longer once it is being accepted', async () => {
    const { screen, platform } = await renderShell({
      more: { ...offered, [accept]: () => new Promise(() => undefined) },
    });
    await expect.poll(() => platform.sounds.isRinging()).toBe(true);

    await screen.getByRole('button', { name: '受ける' }).click();

    await expect.poll(() => platform.sounds.isRinging()).toBe(false);
  });

  it('stops ringing when the offer is over, also when nothing comes from the server', async () => {
    const almostOver = sampleOffer({ deadline: '2026-11-20T01:02:07.000Z' });
    const { platform } = await renderShell({
      more: { 'GET /api/offers': () => json({ offers: [almostOver] }) },
    });
    await expect.poll(() => platform.sounds.isRinging()).toBe(true);

    platform.clock.adjust('2026-11-20T01:02:08.000Z');

    await expect.poll(() => platform.sounds.isRinging(), { timeout: 1_500 }).toBe(false);
  });

  it('sounds when the line of the agent ends, and when accepting fails', async () => {
    const { screen, platform, softphone } = await renderShell({
      more: { ...offered, [accept]: () => refused('carrier-unavailable') },
    });
    softphone.connect();
    await expect.element(screen.getByRole('button', { name: 'ミュート' })).toBeVisible();

    softphone.tell({ type: 'ended', registered: true });
    await expect.poll(() => platform.sounds.played).toEqual(['ended']);
    await screen.getByRole('button', { name: '受ける' }).click();

    await expect.poll(() => platform.sounds.played).toEqual(['ended', 'error']);
  });
});
