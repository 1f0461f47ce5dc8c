import { describe, expect, it } from 'vitest';
import { PresenceSwitch } from '../../../../src-renderer/features/agents/presence-switch.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile, sampleStatus } from '../../support/samples.ts';

const choose = 'PUT /api/agents/status';

describe('PresenceSwitch', () => {
  it('shows what the server makes of the agent, with the reason', async () => {
    const { screen } = await renderConsole(
      <PresenceSwitch status={sampleStatus({ presence: 'busy', busyReason: 'locked' })} />,
    );

    await expect.element(screen.getByRole('button')).toHaveTextContent('取込中画面ロック中');
  });

  it('tells how calls reach the agent now', async () => {
    const { screen } = await renderConsole(
      <PresenceSwitch status={sampleStatus({ reachability: 'phone' })} />,
    );

    await screen.getByRole('button').click();

    await expect.element(screen.getByText('登録した電話で受けます')).toBeVisible();
  });

  it('chooses to be busy, with a reason', async () => {
    const { screen, server } = await renderConsole(<PresenceSwitch status={sampleStatus()} />, {
      answers: { [choose]: () => json(sampleProfile()) },
    });

    await screen.getByRole('button').click();
    await screen.getByRole('menuitemcheckbox', { name: /会議/ }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ presence: 'busy', reason: 'meeting' });
  });

  it('does not claim to know while the server cannot be reached', async () => {
    const { screen, platform } = await renderConsole(<PresenceSwitch status={sampleStatus()} />);

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByRole('button', { name: '受付の状態: 確認できません' })).toBeDisabled();
  });

  it('says when the choice was not taken', async () => {
    const { screen, platform } = await renderConsole(<PresenceSwitch status={sampleStatus()} />, {
      answers: { [choose]: () => refused('internal', 500) },
    });

    await screen.getByRole('button').click();
    await screen.getByRole('menuitemcheckbox', { name: '受付停止' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('状態を変えられませんでした');
  });
});
