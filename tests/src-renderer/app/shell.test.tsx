import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Shell } from '../../../src-renderer/app/shell.tsx';
import { SoftphoneContext } from '../../../src-renderer/features/softphone/use-softphone.ts';
import { applyAlertEvent } from '../../../src-renderer/platform/alerts.ts';
import type { Desktop } from '../../../src-renderer/platform/desktop.ts';
import { queryKeys } from '../../../src-renderer/platform/query-keys.ts';
import { type Answers, json, refused } from '../support/fake-server.ts';
import { playSoftphone } from '../support/played-softphone.ts';
import { renderConsole } from '../support/render-console.tsx';
import {
  callId,
  raisedAlert,
  sampleCall,
  sampleHandoff,
  sampleOffer,
  sampleProfile,
  sampleRecord,
  sampleSession,
} from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

const session = sampleSession();
const answers = {
  'GET /api/calls/active': () => json({ calls: [sampleCall(1)] }),
  [`GET /api/calls/${callId}`]: () => json(sampleRecord()),
  'GET /api/calls/history': () => json({ calls: [], next: null }),
  'GET /api/offers': () => json({ offers: [] }),
  'GET /api/agents': () => json({ agents: [] }),
};
const offered = { 'GET /api/offers': () => json({ offers: [sampleOffer()] }) };
const openOffer = {
  id: sampleOffer().id,
  status: 'open',
  declineReason: null,
  offeredAt: '2026-11-20T01:02:00.000Z',
  deadline: '2026-11-20T01:02:15.000Z',
  respondedAt: null,
};
const accept = `POST /api/offers/${sampleOffer().id}/accept`;

describe('Shell', () => {
  it('says on every screen that telephony is simulated, and whether the agent can be reached', async () => {
    const { screen } = await renderShell({});

    await expect.element(screen.getByRole('navigation').getByText('模擬回線')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '受付の状態: 受付可' })).toBeVisible();
  });

  it('goes to a screen with G and its letter, and the letter then does nothing else', async () => {
    const { screen, places } = await renderShell({ at: `/calls/${callId}` });
    await expect.element(screen.getByRole('button', { name: '取り次ぎ' })).toBeVisible();

    await userEvent.keyboard('gh');

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
      sampleCall(1),
      sampleCall(2, { status: 'transferring' }),
      sampleCall(3, { handoff: sampleHandoff({ offers: [offer] }) }),
    ];

    const { screen } = await renderShell({ more: { 'GET /api/calls/active': () => json({ calls }) } });

    const link = screen.getByRole('link', { name: /^通話/ });
    await expect.element(link).toHaveTextContent('進行中3件');
    await expect.element(link).toHaveTextContent('人を待つ先方2件');
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

interface ShellOptions {
  readonly at?: string;
  readonly more?: Answers;
  readonly desktop?: Desktop | null;
}

async function renderShell({ at = '/calls', more = {}, desktop = null }: ShellOptions) {
  const softphone = await playSoftphone();
  const rendered = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <Shell session={session} profile={sampleProfile()} onReconnect={() => undefined} />
    </SoftphoneContext>,
    { answers: { ...answers, ...more }, at, desktop },
  );
  return { ...rendered, softphone };
}
