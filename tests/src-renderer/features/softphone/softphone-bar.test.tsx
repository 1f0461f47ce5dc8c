import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { SoftphoneBar } from '../../../../src-renderer/features/softphone/softphone-bar.tsx';
import { SoftphoneContext } from '../../../../src-renderer/features/softphone/use-softphone.ts';
import type { Desktop } from '../../../../src-renderer/platform/desktop.ts';
import { lateAnswer, refused } from '../../support/fake-server.ts';
import { playSoftphone } from '../../support/played-softphone.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, idOf, sampleCall, sampleHandoff } from '../../support/samples.ts';
import { createTestDesktop } from '../../support/test-desktop.ts';

const myLeg = {
  legId: idOf('leg', 1),
  kind: 'agent',
  agent: { id: 'misaki', name: '佐藤' },
  via: 'softphone',
  state: 'in-conference',
  mutedByUs: false,
  onHold: false,
  joinedAt: '2026-11-20T01:01:00.000Z',
  leftAt: null,
};
const talking = sampleCall(1, { status: 'human-connected', participants: [myLeg] });
const standby = sampleCall(1, {
  status: 'transferring',
  handoff: sampleHandoff({ status: 'standby', agent: { id: 'misaki', name: '佐藤' } }),
});

describe('SoftphoneBar', () => {
  afterEach(() => page.viewport(1280, 800));

  it.each([420, 900, 1280])('is as high on a call as before it, in a window %i px wide', async (width) => {
    await page.viewport(width, 720);
    const { screen, connect } = await renderBar([talking]);
    const bar = screen.getByRole('region', { name: '電話機' }).element();
    const before = bar.getBoundingClientRect().height;

    connect();
    await expect.element(screen.getByRole('button', { name: '切断' })).toBeVisible();

    expect(bar.getBoundingClientRect().height).toBe(before);
  });

  it.each([420, 900, 1280])(
    'is no higher when it has to say what fails, in a window %i px wide',
    async (width) => {
      await page.viewport(width, 720);
      const { screen, tell } = await renderBar();
      const bar = screen.getByRole('region', { name: '電話機' }).element();
      const before = bar.getBoundingClientRect();

      tell({ type: 'failed', reason: 'microphone-denied' });
      await expect.element(screen.getByText('電話機を使えません')).toBeVisible();

      const reasons = screen.getByText(/取り次ぎを受けられません/).elements();
      expect(reasons.filter((reason) => reason.checkVisibility())).toHaveLength(1);
      expect(bar.getBoundingClientRect()).toEqual(before);
      expect(bar.scrollHeight).toBeLessThanOrEqual(bar.clientHeight);
    },
  );

  it('says whether the agent can be rung', async () => {
    const { screen, tell } = await renderBar();

    await expect.element(screen.getByRole('status')).toHaveTextContent('電話機を準備しています');
    tell({ type: 'registered' });

    await expect.element(screen.getByRole('status')).toHaveTextContent('電話機は使えます');
  });

  it('says what is wrong and what to do, and tries again when asked', async () => {
    const { screen, tell } = await renderBar();

    tell({ type: 'failed', reason: 'microphone-denied' });
    await expect.element(screen.getByRole('status')).toHaveTextContent('マイクの使用が許可されていません');
    await screen.getByRole('button', { name: 'もう一度試す' }).click();

    await expect.element(screen.getByRole('status')).toHaveTextContent('電話機を準備しています');
  });

  it('names the customer on the line, and mutes with M', async () => {
    const { screen, leg, connect } = await renderBar([talking]);

    connect();
    await expect.element(screen.getByRole('status')).toHaveTextContent('第1工業');
    await userEvent.keyboard('m');

    await expect.element(screen.getByRole('button', { name: 'ミュート解除' })).toBeVisible();
    expect(leg).toEqual(['answered', 'muted']);
  });

  it('says what is wrong with the sound, the worst first, for as long as it is', async () => {
    const { screen, connect, tell } = await renderBar([talking]);
    connect();

    tell({ type: 'quality-changed', troubles: ['poor-network'] });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('回線が不安定です');
    tell({ type: 'quality-changed', troubles: ['nothing-heard', 'poor-network'] });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('先方の声が届いていません');
    tell({ type: 'quality-changed', troubles: [] });

    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('says so in its own second line, and moves nothing', async () => {
    const { screen, connect, tell } = await renderBar([talking]);
    connect();
    const bar = screen.getByRole('region', { name: '電話機' }).element();
    await expect.element(screen.getByText('通話中', { exact: true })).toBeVisible();
    const word = screen.getByText('通話中', { exact: true }).element();
    const before = [bar.getBoundingClientRect(), word.getBoundingClientRect().top];

    tell({ type: 'quality-changed', troubles: ['poor-network'] });
    const hint = screen.getByRole('alert');
    await expect.element(hint).toHaveAttribute('title', '回線が不安定です。声が途切れることがあります。');

    expect(hint.element().getBoundingClientRect().top).toBeGreaterThan(bar.getBoundingClientRect().top);
    expect([bar.getBoundingClientRect(), word.getBoundingClientRect().top]).toEqual(before);
  });

  it('does not call a muted microphone a silent one', async () => {
    const { screen, connect, tell } = await renderBar([talking]);
    connect();
    tell({ type: 'quality-changed', troubles: ['nothing-sent', 'silent-microphone'] });
    await expect.element(screen.getByRole('alert')).toHaveTextContent('こちらの声が送れていません');

    await userEvent.keyboard('m');

    await expect.element(screen.getByRole('alert')).not.toBeInTheDocument();
  });

  it('says on standby that nobody hears the agent', async () => {
    const { screen, connect } = await renderBar([standby]);

    connect();

    await expect.element(screen.getByRole('status')).toHaveTextContent('待機中・声は出ません');
    await expect.element(screen.getByRole('button', { name: 'ミュート' })).not.toBeInTheDocument();
  });

  it('tells the server that standby is given up before it closes the line', async () => {
    const { screen, leg, server, connect } = await renderBar([standby]);
    const asked = lateAnswer();
    server.answer({ [`POST /api/calls/${callId}/leave`]: () => asked.answer });
    connect();

    await screen.getByRole('button', { name: '待機をやめる' }).click();
    const before = [...leg];
    asked.give(new Response(null, { status: 204 }));

    await expect.poll(() => leg).toEqual(['answered', 'hung up']);
    expect(before).toEqual(['answered']);
  });

  it('stays on the line when the agent has been put through meanwhile', async () => {
    const { screen, leg, server, connect, rerender } = await renderBar([standby]);
    server.answer({ [`POST /api/calls/${callId}/leave`]: () => refused('call-in-progress') });
    connect();

    await screen.getByRole('button', { name: '待機をやめる' }).click();
    await rerender([talking]);

    await expect.element(screen.getByRole('button', { name: '切断' })).toBeEnabled();
    expect(leg).toEqual(['answered']);
  });

  it('runs no clock while a call by hand is ringing', async () => {
    const { screen, connect } = await renderBar([sampleCall(1, { mode: 'agent', status: 'ringing' })]);

    connect();

    await expect.element(screen.getByRole('status')).toHaveTextContent('呼び出しています');
    await expect.element(screen.getByTitle('通話時間')).not.toBeInTheDocument();
  });

  it('sends telephone keys from the keypad, by pointer and by keyboard', async () => {
    const { screen, leg, connect } = await renderBar([talking]);
    connect();

    await userEvent.keyboard('d');
    await screen.getByRole('button', { name: '5', exact: true }).click();
    await userEvent.keyboard('#');
    await userEvent.keyboard('{Escape}');

    await expect.element(screen.getByRole('group', { name: 'キーパッド' })).not.toBeInTheDocument();
    expect(leg).toEqual(['answered', 'pressed 5', 'pressed #']);
  });

  it('ends the call for the customer too when the agent hangs up on one', async () => {
    const { screen, leg, ended, connect } = await renderBar([talking]);
    connect();

    await screen.getByRole('button', { name: '切断' }).click();

    expect(ended).toEqual([callId]);
    expect(leg).toEqual(['answered']);
  });

  it('only leaves when the customer is with the AI', async () => {
    const { screen, leg, ended, connect } = await renderBar([sampleCall(1)]);
    connect();

    await screen.getByRole('button', { name: '切断' }).click();

    await expect.poll(() => leg).toEqual(['answered', 'hung up']);
    expect(ended).toEqual([]);
  });

  it('hangs up also while the server cannot be reached, and says what that means for the customer', async () => {
    const { screen, ended, platform, connect } = await renderBar([talking]);
    connect();

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    const hangUp = screen.getByRole('button', { name: '切断' });
    await expect.element(screen.getByText('切断後、先方に保留音が流れることがあります')).toBeVisible();
    await expect.element(hangUp).toHaveAccessibleDescription(/つながり次第サーバーで通話を終えます/);
    await hangUp.click();
    expect(ended).toHaveLength(1);
  });

  it('can leave a call with the AI also while the server cannot be reached', async () => {
    const { screen, leg, platform, connect } = await renderBar([sampleCall(1)]);
    connect();

    platform.connection.setState({ type: 'lost', since: 0 }, true);
    await screen.getByRole('button', { name: '切断' }).click();

    await expect.poll(() => leg).toEqual(['answered', 'hung up']);
  });

  it('has the browser ask before the page goes away with a call', async () => {
    const { connect, tell } = await renderBar([talking]);
    const idle = wouldAsk();

    connect();
    await expect.poll(wouldAsk).toBe(true);
    tell({ type: 'ended', registered: true });

    await expect.poll(wouldAsk).toBe(false);
    expect(idle).toBe(false);
  });

  it('does not stand in the way of the desktop app, whose window hides', async () => {
    const { desktop } = await createTestDesktop('token');
    const { screen, connect } = await renderBar([talking], desktop);

    connect();

    await expect.element(screen.getByRole('button', { name: '切断' })).toBeVisible();
    expect(wouldAsk()).toBe(false);
  });

  it('lets the agent choose a microphone', async () => {
    const { screen } = await renderBar();

    await screen.getByRole('button', { name: 'マイク' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '卓上マイク' }).click();
    await screen.getByRole('button', { name: 'マイク' }).click();

    await expect.element(screen.getByRole('menuitemcheckbox', { name: '卓上マイク' })).toBeChecked();
  });
});

/** Whether the browser would ask if the page were closed or reloaded now. */
function wouldAsk(): boolean {
  const closing = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(closing);
  return closing.defaultPrevented;
}

async function renderBar(calls: readonly CallSession[] = [], desktop: Desktop | null = null) {
  const ended: string[] = [];
  const softphone = await playSoftphone();
  const bar = (current: readonly CallSession[]) => (
    <SoftphoneContext value={softphone.store}>
      <div style={{ marginTop: 'auto' }}>
        <SoftphoneBar
          presence={() => null}
          afterCall={null}
          strip={null}
          supervisions={[]}
          engaged={false}
          calls={current}
          ending={false}
          onEndCall={(id) => ended.push(id)}
        />
      </div>
    </SoftphoneContext>
  );
  const { screen, platform, server, rerender } = await renderConsole(bar(calls), { desktop });
  return {
    screen,
    platform,
    server,
    ended,
    rerender: (current: readonly CallSession[]) => rerender(bar(current)),
    ...softphone,
  };
}
