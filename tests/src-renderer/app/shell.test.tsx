import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { applyAlertEvent } from '../../../src-renderer/platform/alerts.ts';
import { json } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import {
  callId,
  raisedAlert,
  sampleCall,
  sampleHandoff,
  sampleOffer,
  sampleRecord,
} from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

const openOffer = {
  id: sampleOffer().id,
  status: 'open',
  declineReason: null,
  offeredAt: '2026-11-20T01:02:00.000Z',
  deadline: '2026-11-20T01:02:15.000Z',
  respondedAt: null,
};

describe('Shell', () => {
  it('says on every screen that telephony is simulated, and whether the agent can be reached', async () => {
    const { screen } = await renderShell({});

    await expect.element(screen.getByRole('navigation').getByText('模擬回線')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '受付の状態: 受付可' })).toBeVisible();
  });

  it('goes to a screen with G and its letter, and the letter then does nothing else', async () => {
    const { screen, places } = await renderShell({ at: `/calls/${callId}` });
    await expect.element(screen.getByRole('button', { name: '取り次ぎ' })).toBeVisible();

    await pressAtOnce('gh');

    await expect.element(screen.getByRole('heading', { name: '履歴' })).toBeVisible();
    expect(places.at(-1)).toBe('/history');
    await expect.element(screen.getByText('つなぎますか？')).not.toBeInTheDocument();
  });

  it('shows every key with ?, and Escape closes that', async () => {
    const { screen } = await renderShell({});

    await userEvent.keyboard('?');
    await expect.element(screen.getByRole('dialog', { name: 'キー操作' })).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('opens the palette with Ctrl+K, also when single letters are switched off, and closes it again', async () => {
    const { screen, platform } = await renderShell({});
    platform.preferences.setState({ singleKeys: false });
    await expect.element(screen.getByRole('heading', { name: '進行中の通話' })).toBeVisible();

    await userEvent.keyboard('gh{Control>}k{/Control}');
    await expect.element(screen.getByRole('combobox', { name: '操作、通話、顧客を検索' })).toHaveFocus();
    await userEvent.keyboard('{Control>}k{/Control}');

    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('heading', { name: '進行中の通話' })).toBeVisible();
  });

  it('opens the palette by its button, and never for a key pressed in a field', async () => {
    const { screen } = await renderShell({});

    await screen.getByRole('searchbox').click();
    await userEvent.keyboard('{Control>}k{/Control}');
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
    await screen.getByRole('button', { name: '検索', exact: true }).click();

    await expect.element(screen.getByRole('dialog', { name: '検索と操作' })).toBeVisible();
  });

  it('shows what can be done about an alert and a lost connection in the lowest window that has room for both', async () => {
    await page.viewport(1_280, 720);
    const { screen, platform } = await renderShell({});

    applyAlertEvent(platform.alerts, raisedAlert('no-agent-available').event);
    platform.connection.setState({ type: 'lost', since: Date.parse('2026-11-20T01:01:00.000Z') }, true);

    const again = screen.getByRole('button', { name: '今すぐつなぐ' });
    const open = screen.getByRole('alert').getByRole('link');
    await expect.element(again).toBeVisible();
    await expect.element(open).toBeVisible();
    for (const control of [again.element(), open.element()]) {
      const { left, top, width, height } = control.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      expect(control.contains(seen)).toBe(true);
    }
    await page.viewport(1_280, 800);
  });

  it('says what went wrong and what to do, until that is read', async () => {
    const { screen, platform, places } = await renderShell({});
    applyAlertEvent(platform.alerts, raisedAlert('agent-did-not-arrive').event);
    const banner = screen.getByText('回線がつながらなかったため、ほかの社員に回しました');
    await expect.element(banner).toBeVisible();

    await screen.getByRole('link', { name: '通話を開く' }).click();
    await screen.getByRole('button', { name: '消す' }).click();

    expect(places.at(-1)).toBe(`/calls/${callId}`);
    await expect.element(banner).not.toBeInTheDocument();
  });

  it.each([420, 900, 1280])('moves nothing by that, in a window %i px wide', async (width) => {
    await page.viewport(width, 720);
    const { screen, platform } = await renderShell({});
    const heading = screen.getByRole('heading', { level: 1 });
    await expect.element(screen.getByRole('status', { name: '読み込んでいます' })).not.toBeInTheDocument();
    await expect.element(heading).toBeVisible();
    const before = heading.element().getBoundingClientRect().toJSON();

    applyAlertEvent(platform.alerts, raisedAlert('no-agent-available').event);
    await expect.element(screen.getByRole('alert')).toHaveTextContent('第1工業');

    expect(heading.element().getBoundingClientRect().toJSON()).toEqual(before);
    await page.viewport(1280, 800);
  });

  it('names the customer whom nobody can be had for, and tells who is available already to take over', async () => {
    const { screen, platform } = await renderShell({});

    applyAlertEvent(platform.alerts, raisedAlert('no-agent-available').event);

    const banner = screen.getByRole('alert');
    await expect.element(banner).toHaveTextContent('第1工業');
    await expect.element(banner).toHaveTextContent('「取り次ぎ」を押すと');
    await expect.element(banner).not.toHaveTextContent('状態を「受付可」に');
  });

  it('tells an admin in words what has to be put right with the telephone line', async () => {
    const { screen, platform } = await renderShell({});
    const { alert } = raisedAlert('line-problem');
    const event = {
      type: 'alert-raised',
      alert: { ...alert, callId: null, problem: 'caller-number' },
    } as const;

    applyAlertEvent(platform.alerts, event);

    await expect.element(screen.getByRole('alert')).toHaveTextContent('TWILIO_NUMBERをご確認ください');
  });

  it('offers the telephone of the simulated customer in a browser, and not in the desktop app', async () => {
    const browser = await renderShell({});
    await expect
      .element(browser.screen.getByRole('link', { name: 'お客様の電話' }))
      .toHaveAttribute('href', '/phone');
    await browser.screen.unmount();

    const { desktop } = await createTestDesktop('token');
    const app = await renderShell({ desktop });

    await expect.element(app.screen.getByRole('navigation').getByText('模擬回線')).toBeVisible();
    await expect.element(app.screen.getByRole('link', { name: 'お客様の電話' })).not.toBeInTheDocument();
  });

  it('leads everywhere from the narrowest window, which has no navigation', async () => {
    await page.viewport(480, 800);
    const { screen, places } = await renderShell({});

    await screen.getByRole('button', { name: 'メニュー' }).click();
    await screen.getByRole('menuitem', { name: '設定' }).click();

    expect(places.at(-1)).toBe('/settings');
    await page.viewport(1280, 800);
  });

  it('counts the calls in progress, and the customers who wait for a human', async () => {
    const asked = { id: 'kenta', name: '鈴木' };
    const offer = { ...openOffer, agent: asked };
    const calls = [
      // With an agent already, who asks a colleague.
      sampleCall(4, { status: 'human-connected', handoff: sampleHandoff({ offers: [offer] }) }),
      sampleCall(1),
      sampleCall(2, { status: 'transferring' }),
      sampleCall(3, { handoff: sampleHandoff({ offers: [offer] }) }),
    ];

    const { screen } = await renderShell({ more: { 'GET /api/calls/active': () => json({ calls }) } });

    const link = screen.getByRole('link', { name: /^通話/ });
    await expect.element(link).toHaveTextContent('進行中4件');
    await expect.element(link).toHaveTextContent('お待ちの先方2件');
  });

  it('brings back the result that was left unconfirmed, and keeps it in sight once it is confirmed', async () => {
    const over = sampleCall(1, { status: 'completed', result: 'success', durationSeconds: 60 });
    const confirmed = { ...over, resultConfirmed: true };
    const { screen, server } = await renderShell({
      more: {
        'GET /api/calls/active': () => json({ calls: [] }),
        'GET /api/calls/history': () => json({ calls: [over], next: null }),
        [`GET /api/calls/${callId}`]: () => json(sampleRecord({ call: over })),
        [`PUT /api/calls/${callId}/result`]: () => json(confirmed),
      },
    });
    await expect.element(screen.getByRole('button', { name: '確定' })).toBeVisible();

    server.answer({ 'GET /api/calls/history': () => json({ calls: [confirmed], next: null }) });
    await screen.getByRole('button', { name: '確定' }).click();

    await expect.element(screen.getByText('結果を確定しました')).toBeVisible();
  });

  it('marks a draft in the history, and lets it be confirmed there', async () => {
    const over = sampleCall(1, { status: 'completed', result: 'success', durationSeconds: 60 });
    const { screen } = await renderShell({
      at: `/history/${callId}`,
      more: {
        'GET /api/calls/history': () => json({ calls: [over], next: null }),
        [`GET /api/calls/${callId}`]: () => json(sampleRecord({ call: over })),
      },
    });

    await expect.element(screen.getByRole('link', { name: /第1工業.*下書き/ })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '確定' })).toBeVisible();
  });

  it('has its heading already while the calls are on their way', async () => {
    const { screen } = await renderShell({
      more: { 'GET /api/calls/active': () => new Promise(() => undefined) },
    });

    await expect.element(screen.getByRole('heading', { name: '通話', level: 1 })).toBeVisible();
    await expect.element(screen.getByRole('status', { name: '読み込んでいます' })).toBeVisible();
  });

  it('shows how old everything is while the connection is lost', async () => {
    const { screen, platform } = await renderShell({});

    platform.connection.setState({ type: 'lost', since: Date.parse('2026-11-20T01:01:00.000Z') }, true);

    await expect.element(screen.getByText(/1分前の内容です/)).toBeVisible();
  });
});

/** Typed from outside, on a machine that is busy, the second key may come after the moment in which it counts. */
async function pressAtOnce(keys: string): Promise<void> {
  for (const key of keys) {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await Promise.resolve();
  }
}
