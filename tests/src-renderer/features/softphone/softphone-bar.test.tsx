import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { SoftphoneBar } from '../../../../src-renderer/features/softphone/softphone-bar.tsx';
import { SoftphoneContext } from '../../../../src-renderer/features/softphone/use-softphone.ts';
import { playSoftphone } from '../../support/played-softphone.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleHandoff } from '../../support/samples.ts';

const talking = sampleCall(1, { status: 'human-connected' });

describe('SoftphoneBar', () => {
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

  it('says on standby that nobody hears the agent', async () => {
    const call = sampleCall(1, {
      status: 'transferring',
      handoff: sampleHandoff({ status: 'standby', agent: { id: 'misaki', name: '佐藤' } }),
    });
    const { screen, leg, connect } = await renderBar([call]);

    connect();

    await expect.element(screen.getByRole('status')).toHaveTextContent('待機中・声は出ていません');
    await expect.element(screen.getByRole('button', { name: 'ミュート' })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: '待機をやめる' }).click();
    expect(leg).toEqual(['answered', 'hung up']);
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

    expect(ended).toEqual([]);
    expect(leg).toEqual(['answered', 'hung up']);
  });

  it('lets the agent choose a microphone', async () => {
    const { screen } = await renderBar();

    await screen.getByRole('button', { name: 'マイク' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '卓上マイク' }).click();
    await screen.getByRole('button', { name: 'マイク' }).click();

    await expect.element(screen.getByRole('menuitemcheckbox', { name: '卓上マイク' })).toBeChecked();
  });
});

async function renderBar(calls: readonly CallSession[] = []) {
  const ended: string[] = [];
  const softphone = await playSoftphone();
  const { screen } = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <div style={{ marginTop: 'auto' }}>
        <SoftphoneBar
          presence={null}
          badge={null}
          calls={calls}
          ending={false}
          onEndCall={(id) => ended.push(id)}
        />
      </div>
    </SoftphoneContext>,
  );
  return { screen, ended, ...softphone };
}
