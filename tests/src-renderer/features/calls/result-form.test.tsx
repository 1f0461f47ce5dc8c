import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ResultForm } from '../../../../src-renderer/features/calls/result-form.tsx';
import { queryKeys } from '../../../../src-renderer/platform/query-keys.ts';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { pressTwice } from '../../support/press-twice.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleSession } from '../../support/samples.ts';

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

  it('writes the moment of the next action in the language of the console', async () => {
    const { screen } = await renderConsole(<ResultForm call={call} onSaved={ignore} />);

    await expect.element(screen.getByLabelText('日時')).toHaveAccessibleDescription(/^11月21日/);
  });

  it('cannot be confirmed while the connection is lost, and says why', async () => {
    const { screen, platform, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />);

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    const confirm = screen.getByRole('button', { name: '確定' });
    await expect.element(confirm).toBeDisabled();
    await expect.element(confirm).toHaveAccessibleDescription(/接続が切れています/);
    await userEvent.keyboard('{Enter}');
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('saves once, however often it is confirmed', async () => {
    const late = lateAnswer();
    const { screen, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      answers: { [save]: () => late.answer },
    });

    pressTwice(screen.getByRole('button', { name: '確定' }));

    await expect.element(screen.getByRole('button', { name: '確定しています' })).toBeDisabled();
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
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

    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
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
    const beforeLongWeekend = sampleCall(1, { status: 'completed', result: 'absent' });
    const { screen, cache } = await renderConsole(<ResultForm call={beforeLongWeekend} onSaved={ignore} />, {
      answers: { 'GET /api/session': () => json(sampleSession()) },
    });
    await expect.poll(() => cache.getQueryData(queryKeys.session)).toBeDefined();

    await screen.getByRole('radio', { name: '要フォロー' }).click();

    await expect.element(screen.getByLabelText('次の対応')).toHaveValue('call-back');
    await expect.element(screen.getByLabelText('日時')).toHaveValue('2026-11-24T10:00');
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
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('drafts nothing to follow for somebody who refused', async () => {
    const { screen, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      answers: { [save]: saved },
    });

    await screen.getByRole('radio', { name: '拒否' }).click();
    await screen.getByRole('button', { name: '確定' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toMatchObject({ result: 'rejected', nextAction: { kind: 'none', at: null } });
  });

  it('does not agree on anything with somebody who refused', async () => {
    const { screen, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />);

    await screen.getByRole('radio', { name: '拒否' }).click();
    await screen.getByLabelText('次の対応').selectOptions('かけ直す');
    await screen.getByRole('button', { name: '確定' }).click();

    await expect.element(screen.getByText('断られた相手には「なし」を選んでください')).toBeVisible();
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('drafts another time where the proposed one has passed', async () => {
    const { screen } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      now: '2026-11-24T08:00:00.000Z',
    });

    await expect.element(screen.getByLabelText('日時')).toHaveValue('2026-11-25T10:00');
  });

  it('asks for a time that is still to come', async () => {
    const { screen, server } = await renderConsole(<ResultForm call={call} onSaved={ignore} />);

    await screen.getByLabelText('日時').fill('2026-11-19T10:00');
    await screen.getByRole('button', { name: '確定' }).click();

    await expect.element(screen.getByText('これからの日時を入力してください')).toBeVisible();
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
  });

  it('lets the note of an old result be mended, although its time has passed', async () => {
    const old = { ...call, resultConfirmed: true };
    const { screen, server } = await renderConsole(<ResultForm call={old} onSaved={ignore} />, {
      answers: { [save]: saved },
      now: '2026-11-24T08:00:00.000Z',
    });

    await screen.getByLabelText('メモ').fill('折り返しは済み');
    await screen.getByRole('button', { name: '確定' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toMatchObject({ nextAction: { at: '2026-11-21T06:00:00.000Z' }, note: '折り返しは済み' });
  });

  it('says beside the field what only the server could know', async () => {
    const fields = [{ path: 'result', problem: 'contradicts-block' }];
    const blocked = () => json({ error: { code: 'invalid-input', message: '', fields } }, 400);
    const { screen } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      answers: { [save]: blocked },
    });

    await userEvent.keyboard('{Enter}');

    await expect.element(screen.getByText(/^発信禁止の番号です/)).toBeVisible();
  });

  it('says in words what kept the result from being saved', async () => {
    const { screen } = await renderConsole(<ResultForm call={call} onSaved={ignore} />, {
      answers: { [save]: () => refused('changed-elsewhere') },
    });

    await userEvent.keyboard('{Enter}');

    await expect.element(screen.getByRole('alert')).toHaveTextContent('ほかの画面で変更されました');
  });
});
