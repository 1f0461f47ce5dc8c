import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ResultForm } from '../../../../src-renderer/features/calls/result-form.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall } from '../../support/samples.ts';

const call = sampleCall(1, {
  status: 'completed',
  result: 'follow_up',
  nextAction: { kind: 'call-back', at: '2026-11-21T06:00:00.000Z' },
  note: '来週あらためて',
});
const save = `PUT /api/calls/${callId}/result`;
const saved = () => json(sampleCall(1, { status: 'completed', resultConfirmed: true }));
const ignore = (): void => undefined;

describe('ResultForm', () => {
  it('confirms what the AI proposed with the Enter key alone', async () => {
    let confirmed = 0;
    const { server } = await renderConsole(
      <ResultForm
        call={call}
        onSaved={() => {
          confirmed += 1;
        }}
      />,
      { answers: { [save]: saved } },
    );

    await userEvent.keyboard('{Enter}');

    await expect.poll(() => confirmed).toBe(1);
    expect(server.requests.at(-1)?.body).toEqual({
      result: 'follow_up',
      nextAction: { kind: 'call-back', at: '2026-11-21T06:00:00.000Z' },
      note: '来週あらためて',
    });
  });

  it('sends what the agent has changed', async () => {
    const { screen, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      answers: { [save]: saved },
    });

    await screen.getByRole('radio', { name: '成功' }).click();
    await screen.getByLabelText('次の対応').selectOptions('なし');
    await screen.getByLabelText('メモ').fill('成約の見込み');
    await screen.getByRole('button', { name: '確定' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toEqual({ result: 'success', nextAction: { kind: 'none', at: null }, note: '成約の見込み' });
  });

  it('writes a line break in the note instead of confirming', async () => {
    const { screen, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      answers: { [save]: saved },
    });

    await screen.getByLabelText('メモ').click();
    await userEvent.keyboard('{Enter}');

    expect(server.requests).toEqual([]);
  });

  it('goes on where it was left when another call came in between', async () => {
    const form = <ResultForm key="form" call={call} onSaved={ignore} />;
    const { screen, rerender } = await renderConsole(form);

    await screen.getByLabelText('メモ').fill('折り返しは午後');
    await rerender(<p>別の通話</p>);
    await rerender(form);

    await expect.element(screen.getByLabelText('メモ')).toHaveValue('折り返しは午後');
  });

  it('drafts a call back on the next working morning for what is to be followed up', async () => {
    const onFriday = sampleCall(1, { status: 'completed', result: 'absent' });
    const { screen } = await renderConsole(<ResultForm call={onFriday} onSaved={ignore} />);

    await screen.getByRole('radio', { name: '要フォロー' }).click();

    await expect.element(screen.getByLabelText('次の対応')).toHaveValue('call-back');
    await expect.element(screen.getByLabelText('日時')).toHaveValue('2026-11-23T10:00');
  });

  it('lets the agent choose that nothing follows', async () => {
    const { screen } = await renderConsole(<ResultForm call={call} onSaved={ignore} />);

    await screen.getByLabelText('次の対応').selectOptions('なし');

    await expect.element(screen.getByLabelText('次の対応')).toHaveValue('none');
  });

  it('asks for the time of a promised call', async () => {
    const { screen, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />);

    await screen.getByLabelText('日時').fill('');
    await screen.getByRole('button', { name: '確定' }).click();

    await expect.element(screen.getByText('日時を入力してください')).toBeVisible();
    expect(server.requests).toEqual([]);
  });

  it('says in words what kept the result from being saved', async () => {
    const { screen } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      answers: { [save]: () => refused('changed-elsewhere') },
    });

    await userEvent.keyboard('{Enter}');

    await expect.element(screen.getByRole('alert')).toHaveTextContent('ほかの画面で変更されました');
  });
});
