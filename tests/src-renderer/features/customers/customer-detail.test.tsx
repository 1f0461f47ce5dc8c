import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { CustomerDetail } from '../../../../src-renderer/features/customers/customer-detail.tsx';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { type RenderedConsole, renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCall, sampleCustomer, sampleSession, sampleStatus } from '../../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const customer = sampleCustomer(1, { version: 3, owner: { id: me, name: '佐藤' } });
const path = `/api/customers/${customer.id}`;

const reminder = {
  type: 'reminder',
  key: 'reminder:1',
  at: '2026-11-18T01:00:00.000Z',
  reminderId: idOf('reminder', 1),
  dueAt: '2026-11-21T01:00:00.000Z',
  note: '見積もりの件',
  for: '佐藤',
  doneAt: null,
};

const answers: Answers = {
  'GET /api/session': () => json(sampleSession()),
  'GET /api/agents': () => json({ agents: [sampleStatus()] }),
  [`GET ${path}/timeline`]: () => json({ entries: [], next: null }),
  [`PUT ${path}`]: () => json({ ...customer, version: 4 }),
};

function renderDetail(more: Answers = {}): Promise<RenderedConsole> {
  return renderConsole(<CustomerDetail customer={customer} me={me} actions={null} />, {
    answers: { ...answers, ...more },
  });
}

function changesOf({ server }: RenderedConsole): unknown[] {
  return server.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
}

describe('CustomerDetail', () => {
  it('is edited after E, and saves what was changed and no more', async () => {
    const rendered = await renderDetail();
    const { screen } = rendered;
    await expect.element(screen.getByRole('button', { name: /編集/ })).toBeVisible();

    await userEvent.keyboard('e');
    await expect.element(screen.getByLabelText('会社名', { exact: true })).toHaveFocus();
    await screen.getByLabelText('電話番号').fill('０６−６１２３−４５６７');
    await screen.getByLabelText('タグ').fill('展示会、紹介');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => changesOf(rendered))
      .toEqual([{ basedOn: 3, changes: { phoneNumber: '+81661234567', tags: ['展示会', '紹介'].sort() } }]);
    await expect.element(screen.getByRole('button', { name: /編集/ })).toBeVisible();
  });

  it('says in words what is wrong with a field', async () => {
    const rendered = await renderDetail();
    const { screen } = rendered;

    await screen.getByRole('button', { name: /編集/ }).click();
    await screen.getByLabelText('電話番号').fill('03-12');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('この電話番号は正しくありません');
    expect(changesOf(rendered)).toEqual([]);
  });

  it('sets no reminder for a time that is over, and says so', async () => {
    const { screen, server } = await renderDetail();

    await screen.getByRole('button', { name: '予定を追加' }).click();
    await screen.getByLabelText(/^日時/).fill('2026-11-19T10:00');
    await screen.getByRole('button', { name: '追加', exact: true }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('これからの日時を入力してください');
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('asks whose word counts where somebody else has changed the same', async () => {
    const theirs = { ...customer, version: 5, person: '鈴木', department: '営業部' };
    const rendered = await renderDetail({
      [`PUT ${path}`]: ({ body }) =>
        JSON.stringify(body).includes('"basedOn":5')
          ? json({ ...theirs, version: 6 })
          : refused('changed-elsewhere'),
      [`GET ${path}`]: () => json(theirs),
    });
    const { screen } = rendered;

    await screen.getByRole('button', { name: /編集/ }).click();
    await screen.getByLabelText('先方の担当者').fill('高橋');
    await screen.getByLabelText('メモ').fill('資料希望');
    await screen.getByRole('button', { name: '保存' }).click();
    await screen.getByRole('radio', { name: /保存済みの内容 ?鈴木/ }).click();
    await screen.getByRole('button', { name: '選んだ内容で保存' }).click();

    await expect
      .poll(() => changesOf(rendered).at(-1))
      .toEqual({ basedOn: 5, changes: { note: '資料希望' } });
  });

  it('says why what was chosen could not be saved, and leads back to the form as it was', async () => {
    const theirs = { ...customer, version: 5, person: '鈴木' };
    const { screen, platform } = await renderDetail({
      [`PUT ${path}`]: ({ body }) =>
        JSON.stringify(body).includes('"basedOn":5')
          ? refused('internal', 500)
          : refused('changed-elsewhere'),
      [`GET ${path}`]: () => json(theirs),
    });
    await screen.getByRole('button', { name: /編集/ }).click();
    await screen.getByLabelText('先方の担当者').fill('高橋');
    await screen.getByRole('button', { name: '保存' }).click();
    const settle = screen.getByRole('button', { name: '選んだ内容で保存' });

    await settle.click();
    await expect.element(screen.getByRole('alert')).toBeVisible();
    platform.connection.setState({ type: 'lost', since: Date.parse('2026-11-20T01:01:00.000Z') }, true);
    await expect.element(settle).toBeDisabled();
    await screen.getByRole('button', { name: '編集に戻る' }).click();

    await expect.element(screen.getByLabelText('先方の担当者')).toHaveValue('高橋');
  });

  it('asks before it discards, and keeps what somebody turns away from', async () => {
    const { screen, platform, rerender } = await renderDetail();

    await screen.getByRole('button', { name: /編集/ }).click();
    await screen.getByLabelText('メモ').fill('資料希望');
    await screen.getByRole('button', { name: 'やめる' }).click();
    await screen.getByRole('button', { name: '編集を続ける' }).click();
    await rerender(<p>別の画面</p>);
    await expect.poll(() => platform.toasts.getState()[0]?.text).toContain('残してあります');
    await rerender(<CustomerDetail customer={customer} me={me} actions={null} />);

    await expect.element(screen.getByLabelText('メモ')).toHaveValue('資料希望');
  });

  it('lists what happened, and shows older entries when asked', async () => {
    const change = {
      type: 'change',
      key: 'audit:1',
      at: '2026-11-19T05:30:00.000Z',
      by: '佐々木',
      action: 'changed',
      before: { status: 'new' },
      after: { status: 'follow-up' },
    };
    const call = { type: 'call', key: 'call:1', at: '2026-11-18T05:30:00.000Z', call: sampleCall(1) };
    const { screen } = await renderDetail({
      [`GET ${path}/timeline`]: ({ path: asked }) =>
        json(
          asked.includes('before')
            ? { entries: [call], next: null }
            : { entries: [change], next: '2026-11-19T05:30:00.000Z~audit:1' },
        ),
    });

    await expect.element(screen.getByText('未着手 → 要フォロー')).toBeVisible();
    await screen.getByRole('button', { name: 'さらに前を見る' }).click();

    await expect.element(screen.getByRole('link', { name: /AI/ })).toBeVisible();
  });

  it('puts a reminder off, ticks it off, and makes one', async () => {
    const rendered = await renderDetail({
      [`GET ${path}/timeline`]: () => json({ entries: [reminder], next: null }),
    });
    const { screen, server } = rendered;

    await screen.getByRole('button', { name: '延ばす' }).click();
    await screen.getByRole('menuitem', { name: '1時間後' }).click();
    await expect.poll(() => changesOf(rendered)).toEqual([{ dueAt: '2026-11-20T02:02:05.000Z' }]);
    await screen.getByRole('button', { name: '済みにする' }).click();
    await screen.getByRole('button', { name: '予定を追加' }).click();
    await screen.getByLabelText('用件').fill('新製品の案内');
    await screen.getByRole('button', { name: '追加', exact: true }).click();

    const sent = () => server.requests.filter(({ method }) => method === 'POST');
    await expect
      .poll(() => sent().map(({ path: asked }) => asked))
      .toEqual([`/api/reminders/${reminder.reminderId}/done`, `${path}/reminders`]);
    expect(sent().at(-1)?.body).toMatchObject({ note: '新製品の案内' });
  });
});
