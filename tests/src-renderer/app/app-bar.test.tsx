import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { json } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import { idOf, sampleCall, sampleHandoff, sampleProfile } from '../support/samples.ts';

const me = { id: 'misaki', name: '佐藤' };
const myLeg = {
  legId: idOf('leg', 1),
  kind: 'agent',
  agent: me,
  via: 'softphone',
  state: 'in-conference',
  mutedByUs: false,
  onHold: false,
  joinedAt: '2026-11-20T01:01:00.000Z',
  leftAt: null,
};
const colleague = {
  ...myLeg,
  legId: idOf('leg', 2),
  agent: { id: 'kenta', name: '勅使河原健太郎' },
};

const recorded = { status: 'human-connected', recording: 'running' } as const;
const talking = sampleCall(1, { ...recorded, participants: [myLeg] });
const inThree = sampleCall(1, { ...recorded, participants: [myLeg, colleague] });
const standby = sampleCall(1, {
  status: 'transferring',
  handoff: sampleHandoff({ status: 'standby', agent: me }),
});

describe('AppBar', () => {
  afterEach(() => page.viewport(1280, 800));

  const narrow = [320, 360, 419, 420, 440, 699, 700];

  it.each(narrow)('has room for everything on a call in which it is all there, %i px wide', async (width) => {
    const { bar, controls } = await renderBar(width, inThree);
    for (const name of ['録音を一時停止', 'ミュート', 'キーパッド', '保留', '転送', '通話を抜ける', '切断'])
      await expect.element(controls.getByRole('button', { name })).toBeVisible();

    expect(beyond(bar)).toEqual([]);
  });

  it.each(narrow)('has each control of a call where it can be pressed at once, %i px wide', async (width) => {
    const { controls } = await renderBar(width, talking);

    for (const name of ['ミュート', '切断']) {
      const { width: across, height } = controls
        .getByRole('button', { name })
        .element()
        .getBoundingClientRect();
      expect([across, height].map((size) => size >= 44)).toEqual([true, true]);
    }
  });

  it('says whole in the narrowest window that nobody hears the agent', async () => {
    const { bar, controls } = await renderBar(320, standby);
    const words = controls.getByText('待機中・声は出ません');
    await expect.element(words).toBeVisible();

    const shown = words.element();
    expect(shown.scrollHeight).toBeLessThanOrEqual(shown.clientHeight);
    expect(beyond(bar)).toEqual([]);
  });

  it('has room for what fails and what to do about it in the narrowest window', async () => {
    const { bar, controls, tell } = await renderBar(320, null);

    tell({ type: 'failed', reason: 'microphone-denied' });

    await expect.element(controls.getByRole('button', { name: 'もう一度試す' })).toBeVisible();
    const reason = controls
      .getByText(/取り次ぎを受けられません/)
      .elements()
      .filter((said) => said.checkVisibility());
    expect(reason).toHaveLength(1);
    expect(reason.map(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)).toEqual([true]);
    expect(beyond(bar)).toEqual([]);
  });

  it('has room for the time after a call, and what fails then, in the narrowest window', async () => {
    const wrapUp = { presence: 'wrap-up', wrapUpUntil: '2026-11-20T01:03:00.000Z' } as const;
    const { bar, controls, tell } = await renderBar(320, null, wrapUp);

    tell({ type: 'failed', reason: 'microphone-denied' });

    await expect.element(controls.getByRole('button', { name: 'もう一度試す' })).toBeVisible();
    await expect.element(controls.getByRole('button', { name: /後処理/ })).toBeVisible();
    expect(beyond(bar)).toEqual([]);
  });
});

async function renderBar(width: number, call: CallSession | null, status: Partial<AgentStatus> = {}) {
  await page.viewport(width, 640);
  const profile = sampleProfile();
  const { screen, softphone } = await renderShell({
    profile: { ...profile, status: { ...profile.status, ...status } },
    more: { 'GET /api/calls/active': () => json({ calls: call === null ? [] : [call] }) },
  });
  if (call !== null) softphone.connect();
  const controls = screen.getByRole('region', { name: '電話機' });
  return { bar: controls.element(), controls, tell: softphone.tell };
}

/** What stands out of the bar, or under its neighbour. */
function beyond(bar: Element): readonly (string | null)[] {
  const frame = bar.getBoundingClientRect();
  const controls = [...bar.querySelectorAll('button, a')].filter((control) => control.checkVisibility());
  return controls
    .filter((control) => {
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const inside = left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
      return !inside || there === null || !control.contains(there);
    })
    .map(({ textContent }) => textContent);
}
