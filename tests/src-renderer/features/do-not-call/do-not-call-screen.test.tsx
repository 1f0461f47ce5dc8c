import { describe, expect, it } from 'vitest';
import { blockedNumberSchema } from '../../../../backend/contract/do-not-call.ts';
import type { Role } from '../../../../backend/contract/vocabulary.ts';
import { DoNotCallScreen } from '../../../../src-renderer/features/do-not-call/do-not-call-screen.tsx';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { type RenderedConsole, renderConsole } from '../../support/render-console.tsx';

const path = 'GET /api/do-not-call';

function blocked(phoneNumber: string, changes: object = {}) {
  return blockedNumberSchema.parse({
    phoneNumber,
    reason: 'listed',
    source: 'by-hand',
    note: '電話は控えてほしいとのこと',
    since: '2026-11-19T01:00:00.000Z',
    callId: null,
    addedBy: '佐藤',
    companies: ['ミナト工業'],
    ...changes,
  });
}

function listing(...numbers: object[]): Answers {
  return { [path]: () => json({ numbers, total: numbers.length, next: null }) };
}

function renderList(answers: Answers, role: Role = 'admin'): Promise<RenderedConsole> {
  return renderConsole(<DoNotCallScreen role={role} search="" />, { answers });
}

describe('DoNotCallScreen', () => {
  it('says of each number whose it is, why, how and by whom it is blocked', async () => {
    const { screen } = await renderList(
      listing(
        blocked('+81312345678'),
        blocked('+81666222333', { reason: 'do-not-call', source: 'call', note: '', addedBy: null }),
      ),
    );

    const rows = screen.getByRole('listitem');
    await expect
      .element(rows.first())
      .toHaveTextContent(/03-1234-5678.*ミナト工業.*佐藤さん.*手で登録.*控えてほしい/);
    await expect.element(rows.nth(1)).toHaveTextContent(/06-6622-2333.*自動.*今後の電話を禁じられました/);
    await expect.element(screen.getByText('2件')).toBeVisible();
  });

  it('asks the server for a part of a number, and offers to block one that is not found', async () => {
    const { screen, server } = await renderList(listing());

    await screen.getByRole('searchbox').fill('０３（１２３４）５６７８');

    await expect.element(screen.getByText(/発信禁止になっていません/)).toBeVisible();
    await expect
      .poll(() => decodeURIComponent(server.requests.at(-1)?.path ?? ''))
      .toContain('０３（１２３４）５６７８');
    await screen.getByRole('button', { name: 'この番号を発信禁止にする' }).click();
    await expect
      .element(screen.getByLabelText('電話番号', { exact: true }))
      .toHaveValue('０３（１２３４）５６７８');
    await expect.element(screen.getByLabelText('理由', { exact: true })).toHaveFocus();
  });

  it('blocks a number in any notation for a reason', async () => {
    const { screen, server, platform } = await renderList({
      ...listing(),
      'POST /api/do-not-call': () => json(blocked('+81312345678'), 201),
    });
    await screen.getByRole('button', { name: '番号を追加' }).click();

    await screen.getByRole('button', { name: '発信禁止にする' }).click();
    await expect.element(screen.getByText(/この電話番号は正しくありません/)).toBeVisible();
    await screen.getByLabelText('電話番号', { exact: true }).fill('03-1234-5678');
    await screen.getByLabelText('理由', { exact: true }).fill('本人の希望');
    server.answer(listing(blocked('+81312345678')));
    await screen.getByRole('button', { name: '発信禁止にする' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('03-1234-5678を発信禁止にしました');
    const sent = server.requests.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({ phoneNumber: '+81312345678', note: '本人の希望' });
    await expect.element(screen.getByText('ミナト工業')).toBeVisible();
  });

  it('says when a number is on the list already', async () => {
    const { screen } = await renderList({
      ...listing(),
      'POST /api/do-not-call': () => refused('changed-elsewhere'),
    });
    await screen.getByRole('button', { name: '番号を追加' }).click();
    await screen.getByLabelText('電話番号', { exact: true }).fill('03-1234-5678');
    await screen.getByLabelText('理由', { exact: true }).fill('本人の希望');

    await screen.getByRole('button', { name: '発信禁止にする' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('すでに発信禁止です');
  });

  it('lifts a block for a reason only', async () => {
    const { screen, server, platform } = await renderList({
      ...listing(blocked('+81312345678')),
      'POST /api/do-not-call/lift': () => new Response(null, { status: 204 }),
    });
    await screen.getByRole('button', { name: '03-1234-5678の発信禁止を解除' }).click();

    await screen.getByRole('button', { name: '解除する' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('理由を500文字以内で');
    await screen.getByLabelText('解除の理由').fill('先方から依頼');
    server.answer(listing());
    await screen.getByRole('button', { name: '解除する' }).click();

    await expect.poll(() => platform.toasts.getState()[0]?.text).toContain('解除しました');
    const sent = server.requests.find(({ method }) => method === 'POST');
    expect(sent?.body).toEqual({ phoneNumber: '+81312345678', reason: '先方から依頼' });
    await expect.element(screen.getByText('発信禁止の番号はありません')).toBeVisible();
  });

  it('lets agents neither lift a block nor block a whole list', async () => {
    const { screen } = await renderList(listing(blocked('+81312345678')), 'agent');

    await expect.element(screen.getByText('ミナト工業')).toBeVisible();

    expect(screen.getByRole('button', { name: /解除/ }).elements()).toEqual([]);
    expect(screen.getByRole('button', { name: 'まとめて登録' }).elements()).toEqual([]);
  });

  it('blocks a list that is pasted, and names the lines that are no number', async () => {
    const { screen, server } = await renderList({
      ...listing(),
      'POST /api/do-not-call/import': () =>
        json({ added: 2, known: 1, problems: [{ line: 3, value: '0312' }] }),
    });
    await screen.getByRole('button', { name: 'まとめて登録' }).click();
    await screen.getByLabelText(/1行に1つ/).fill('03-1234-5678\n06-6622-2333,退会\n0312\n03-9999-8888');
    await screen.getByLabelText('この名簿の理由').fill('退会した会社');

    await screen.getByRole('button', { name: 'まとめて発信禁止にする' }).click();

    await expect.element(screen.getByText(/2件を発信禁止にしました/)).toBeVisible();
    await expect.element(screen.getByText('3行目：0312')).toBeVisible();
    expect(server.requests.at(-1)?.path).toContain('/api/do-not-call?');
  });

  it('reads a list in Shift_JIS, and refuses what is no text', async () => {
    const { screen } = await renderList(listing());
    await screen.getByRole('button', { name: 'まとめて登録' }).click();
    const input = screen.getByLabelText('ファイルから読む');
    const shiftJis = new Uint8Array([...new TextEncoder().encode('03-1234-5678,'), 0x91, 0xde, 0x89, 0xef]);

    await input.upload(new File([new Uint8Array([0, 1, 2])], 'list.csv'));
    await expect.element(screen.getByText(/このファイルは読めません/)).toBeVisible();
    await input.upload(new File([shiftJis], 'list.csv'));

    await expect.element(screen.getByLabelText(/1行に1つ/)).toHaveValue('03-1234-5678,退会');
  });

  it('says how far a list came when it stops halfway', async () => {
    const lines = Array.from({ length: 4_000 }, (_, line) => `03-1234-${String(line).padStart(4, '0')}`);
    let asked = 0;
    const { screen } = await renderList({
      ...listing(),
      'POST /api/do-not-call/import': () => {
        asked += 1;
        return asked === 1 ? json({ added: 2_142, known: 0, problems: [] }) : refused('internal', 500);
      },
    });
    await screen.getByRole('button', { name: 'まとめて登録' }).click();
    const list = new File([lines.join('\n')], 'list.csv');
    await screen.getByLabelText('ファイルから読む').upload(list);
    await screen.getByLabelText('この名簿の理由').fill('退会した会社');

    await screen.getByRole('button', { name: 'まとめて発信禁止にする' }).click();

    await expect.element(screen.getByText(/途中で止まりました。[\d,]+行目までは登録済みです/)).toBeVisible();
  });

  it('says when the list could not be loaded, and when it is empty', async () => {
    const { screen, server } = await renderList({ [path]: () => refused('internal', 500) });
    await expect.element(screen.getByText('発信禁止の番号を読み込めませんでした')).toBeVisible();
    server.answer(listing());

    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByText('発信禁止の番号はありません')).toBeVisible();
  });
});
