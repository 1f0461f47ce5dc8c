import { describe, expect, it } from 'vitest';
import { auditEntrySchema } from '../../../../backend/contract/audit.ts';
import { AuditScreen } from '../../../../src-renderer/features/audit/audit-screen.tsx';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { type RenderedConsole, renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleStatus } from '../../support/samples.ts';

const path = 'GET /api/audit';

function entry(id: number, changes: object = {}) {
  return auditEntrySchema.parse({
    id,
    at: '2026-11-19T05:30:00.000Z',
    actor: { id: 'misaki', name: '佐藤' },
    origin: '192.0.2.7',
    subject: 'customer',
    subjectId: idOf('customer', id),
    subjectName: `第${id}工業`,
    action: 'changed',
    before: { status: 'new', person: null, note: '同じ' },
    after: { status: 'follow-up', person: '高橋', note: '同じ' },
    ...changes,
  });
}

function listing(...entries: object[]): Answers {
  return { [path]: () => json({ entries, next: null }) };
}

function renderAudit(answers: Answers, at = '/audit'): Promise<RenderedConsole> {
  return renderConsole(<AuditScreen timeZone="Asia/Tokyo" />, {
    at,
    answers: { 'GET /api/agents': () => json({ agents: [sampleStatus()] }), ...answers },
  });
}

describe('AuditScreen', () => {
  it('says in one line who changed what, and from what to what', async () => {
    const { screen } = await renderAudit(listing(entry(1)));

    const row = screen.getByRole('listitem');
    await expect.element(row).toHaveTextContent(/11\/19 14:30:00.*佐藤.*顧客.*第1工業.*変更/);
    await expect.element(row).toHaveTextContent('状態：未着手 → 要フォロー、先方の担当者：空欄 → 高橋');
  });

  it('opens a change whole, with where it was made from and the way to the record', async () => {
    const { screen } = await renderAudit(listing(entry(1)));

    await screen.getByRole('button', { name: /第1工業/ }).click();

    const dialog = screen.getByRole('dialog');
    await expect.element(dialog.getByText('192.0.2.7')).toBeVisible();
    await expect.element(dialog.getByRole('row', { name: '状態 未着手 要フォロー' })).toBeVisible();
    await expect
      .element(dialog.getByRole('link', { name: '対象を開く' }))
      .toHaveAttribute('href', `/customers/${idOf('customer', 1)}`);
  });

  it('names settings within settings, people, and what the system did by itself', async () => {
    const { screen } = await renderAudit(
      listing(
        entry(2, {
          actor: null,
          subject: 'team',
          subjectId: 'defaults',
          subjectName: null,
          before: { conversation: { myCompanyName: '旧社名' }, locked: [] },
          after: { conversation: { myCompanyName: '新社名' }, locked: ['phone'] },
        }),
      ),
    );

    const row = screen.getByRole('listitem');
    await expect.element(row).toHaveTextContent(/自動.*チームの設定.*共通の設定/);
    await expect.element(row).toHaveTextContent('AIの名乗り・自社名：旧社名 → 新社名');
  });

  it('says what was done also of what was forgotten at the wish of the customer', async () => {
    const gone = { before: { erased: true }, after: { erased: true } };
    const { screen } = await renderAudit(
      listing(
        entry(3, { ...gone, action: 'changed' }),
        entry(4, {
          ...gone,
          subject: 'phone-number',
          subjectId: 'erased',
          subjectName: null,
          action: 'blocked',
        }),
        entry(5, {
          action: 'erased',
          before: null,
          after: { reason: 'ご本人', calls: 2, recordings: 1, keptNumbers: 0 },
        }),
      ),
    );

    const rows = screen.getByRole('listitem');
    await expect.element(rows.nth(0)).toHaveTextContent(/変更.*個人情報を消去したため、内容は残っていません/);
    await expect.element(rows.nth(1)).toHaveTextContent(/消去済みの番号.*発信禁止に登録/);
    await expect.element(rows.nth(2)).toHaveTextContent(/個人情報を消去理由：ご本人、通話の件数：2/);
  });

  it('asks the server for one kind, one person and one period', async () => {
    const { screen, server, places } = await renderAudit(listing(entry(1)));

    await screen.getByRole('button', { name: '種類' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '社員' }).click();
    await screen.getByRole('button', { name: '変えた人' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '佐藤' }).click();
    await screen.getByRole('button', { name: '期間' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '昨日' }).click();

    await expect.poll(() => server.requests.at(-1)?.path).toContain('until=2026-11-19T15%3A00');
    const asked = new URLSearchParams(server.requests.at(-1)?.path.split('?')[1]);
    expect(Object.fromEntries(asked)).toMatchObject({
      subject: 'account',
      actor: 'misaki',
      from: '2026-11-18T15:00:00.000Z',
      until: '2026-11-19T15:00:00.000Z',
    });
    expect(places.at(-1)).toContain('period=yesterday');
  });

  it('shows the changes of one record alone, and all of them again', async () => {
    const { screen, server } = await renderAudit(listing(entry(1)));
    await screen.getByRole('button', { name: /第1工業/ }).click();

    await screen.getByRole('button', { name: 'この対象の変更だけを見る' }).click();
    await expect.poll(() => server.requests.at(-1)?.path).toContain(`subjectId=${idOf('customer', 1)}`);
    await screen.getByRole('button', { name: '絞り込みを解除' }).click();

    await expect.poll(() => screen.getByRole('button', { name: '1件の記録のみ' }).elements().length).toBe(0);
  });

  it('has a log of any length, page by page', async () => {
    const page = (from: number) => Array.from({ length: 100 }, (_, place) => entry(from - place));
    const { screen, server } = await renderAudit({
      [path]: ({ path: asked }) =>
        asked.includes('before=')
          ? json({ entries: page(200), next: null })
          : json({ entries: page(300), next: 201 }),
    });
    await expect.element(screen.getByText('第300工業')).toBeVisible();

    screen.getByRole('list').element().parentElement?.scrollTo({ top: 100_000 });

    await expect
      .poll(() => server.requests.some((request) => request.path.includes('before=201')))
      .toBe(true);
  });

  it('says when it could not be loaded, when it is empty, and when nothing matches', async () => {
    const { screen, server } = await renderAudit({ [path]: () => refused('internal', 500) });
    await expect.element(screen.getByText('変更の記録を読み込めませんでした')).toBeVisible();
    server.answer(listing());

    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();
    await expect.element(screen.getByText('変更はまだありません')).toBeVisible();
    await screen.getByRole('button', { name: '種類' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '通話' }).click();

    await expect.element(screen.getByText('この絞り込みに合う変更はありません')).toBeVisible();
  });
});
