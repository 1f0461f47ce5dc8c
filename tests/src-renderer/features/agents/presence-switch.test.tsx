import { describe, expect, it } from 'vitest';
import { PresenceSwitch } from '../../../../src-renderer/features/agents/presence-switch.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile, sampleStatus } from '../../support/samples.ts';

const choose = 'PUT /api/agents/status';

describe('PresenceSwitch', () => {
  it('shows what the server makes of the agent, with the reason', async () => {
    const { screen } = await renderConsole(
      <PresenceSwitch status={sampleStatus({ presence: 'busy', busyReason: 'locked' })} brief={false} />,
    );

    await expect.element(screen.getByRole('button')).toHaveTextContent('取込中画面ロック中');
  });

  it('has its word at the height of its arrow', async () => {
    const { screen } = await renderConsole(<PresenceSwitch status={sampleStatus()} brief={false} />);

    const word = screen.getByText('受付可');
    await expect.element(word).toBeVisible();
    const arrow = screen.getByRole('button').element().querySelector(':scope > svg:last-child');
    expect(middleOf(word.element())).toBeCloseTo(middleOf(arrow), 0);
  });

  it('tells how calls reach the agent now', async () => {
    const { screen } = await renderConsole(
      <PresenceSwitch status={sampleStatus({ reachability: 'phone' })} brief={false} />,
    );

    await screen.getByRole('button').click();

    await expect.element(screen.getByText('登録した電話で受けます')).toBeVisible();
  });

  it('chooses to be busy, with a reason', async () => {
    const { screen, server } = await renderConsole(<PresenceSwitch status={sampleStatus()} brief={false} />, {
      answers: { [choose]: () => json(sampleProfile()) },
    });

    await screen.getByRole('button').click();
    await screen.getByRole('menuitemcheckbox', { name: /会議/ }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ presence: 'busy', reason: 'meeting' });
  });

  it('does not claim to know while the server cannot be reached', async () => {
    const { screen, platform } = await renderConsole(
      <PresenceSwitch status={sampleStatus()} brief={false} />,
    );

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByRole('button', { name: '受付の状態: 確認できません' })).toBeDisabled();
  });

  it('says that nobody asks outside working hours, however available', async () => {
    const { screen } = await renderConsole(
      <PresenceSwitch status={sampleStatus({ withinWorkingHours: false })} brief={false} />,
    );

    await expect.element(screen.getByRole('button', { name: '受付の状態: 勤務時間外' })).toBeVisible();
    await screen.getByRole('button').click();

    await expect.element(screen.getByText('勤務時間外のため、取り次ぎの依頼は来ません')).toBeVisible();
  });

  it.each([
    ['locked', 'ロックを解除すると、元の状態に戻ります'],
    ['asleep', 'パソコンを使い始めると、元の状態に戻ります'],
    ['unanswered', '「受付可」を選ぶと、また依頼が来ます'],
  ])('says why somebody is away who did not choose it, and how that ends: %s', async (busyReason, words) => {
    const { screen } = await renderConsole(
      <PresenceSwitch status={sampleStatus({ presence: 'busy', busyReason })} brief={false} />,
    );

    await expect.element(screen.getByRole('button')).toHaveAttribute('title', expect.stringContaining(words));
    await screen.getByRole('button').click();

    await expect.element(screen.getByRole('menu').getByText(words)).toBeVisible();
  });

  it('says nothing of that to who chose to be busy', async () => {
    const { screen } = await renderConsole(
      <PresenceSwitch status={sampleStatus({ presence: 'busy', busyReason: 'break' })} brief={false} />,
    );

    await screen.getByRole('button').click();

    await expect.element(screen.getByText('電話機で受けられます')).toBeVisible();
  });

  it.each([
    ['後処理を終える', '/api/agents/wrap-up/finish'],
    ['後処理を1分延ばす', '/api/agents/wrap-up/extend'],
  ])('shows how long the wrap-up lasts, and offers: %s', async (name, path) => {
    const wrappingUp = sampleStatus({ presence: 'wrap-up', wrapUpUntil: '2026-11-20T01:02:25.000Z' });
    const { screen, server } = await renderConsole(<PresenceSwitch status={wrappingUp} brief={false} />, {
      answers: { [`POST ${path}`]: () => json(sampleProfile()) },
    });
    await expect.element(screen.getByRole('button')).toHaveTextContent('0:20');

    await screen.getByRole('button').click();
    await screen.getByRole('menuitem', { name }).click();

    await expect.poll(() => server.requests[0]?.path).toBe(path);
  });

  it('says when the wrap-up is over already', async () => {
    const wrappingUp = sampleStatus({ presence: 'wrap-up', wrapUpUntil: '2026-11-20T01:02:25.000Z' });
    const { screen, platform } = await renderConsole(<PresenceSwitch status={wrappingUp} brief={false} />, {
      answers: { 'POST /api/agents/wrap-up/extend': () => refused('changed-elsewhere') },
    });

    await screen.getByRole('button').click();
    await screen.getByRole('menuitem', { name: '後処理を1分延ばす' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('後処理の時間を変えられませんでした');
  });

  it('says when the choice was not taken', async () => {
    const { screen, platform } = await renderConsole(
      <PresenceSwitch status={sampleStatus()} brief={false} />,
      {
        answers: { [choose]: () => refused('internal', 500) },
      },
    );

    await screen.getByRole('button').click();
    await screen.getByRole('menuitemcheckbox', { name: '受付を止める' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('状態を変えられませんでした');
  });
});

function middleOf(element: Element | null): number {
  const box = element?.getBoundingClientRect();
  return box === undefined ? Number.NaN : (box.top + box.bottom) / 2;
}
