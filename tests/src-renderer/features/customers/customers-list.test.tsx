import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { StartCallShortcut } from '../../../../src-renderer/features/calls/start-call-shortcut.tsx';
import { CustomersList } from '../../../../src-renderer/features/customers/customers-list.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCustomer } from '../../support/samples.ts';

const list = 'GET /api/customers';

describe('CustomersList', () => {
  it('asks the server for what is searched', async () => {
    const { screen, server } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: { [list]: () => json({ customers: [sampleCustomer(1)], total: 1 }) },
      },
    );

    await screen.getByRole('searchbox').fill('北浜');

    await expect
      .poll(() => server.requests.at(-1)?.path)
      .toBe(`/api/customers?search=${encodeURIComponent('北浜')}&limit=100`);
  });

  it('loads the next customers when the end comes into sight', async () => {
    const customers = Array.from({ length: 5 }, (_, number) => sampleCustomer(number));

    const { server } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: { [list]: () => json({ customers, total: 10, next: 'page2' }) },
      },
    );

    await expect.poll(() => server.requests.at(-1)?.path).toContain('after=page2');
  });

  it('says that a customer must not be called', async () => {
    const blocked = sampleCustomer(1, { doNotCall: true });

    const { screen } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: { [list]: () => json({ customers: [blocked], total: 1 }) },
      },
    );

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toHaveTextContent('発信禁止');
  });

  it('has room for the words of its button in either language', async () => {
    const { screen } = await renderConsole(
      <CustomersList
        selected={null}
        rowAction={(customer) => <StartCallShortcut customer={customer} onStarted={() => undefined} />}
        bulkAction={() => null}
      />,
      {
        preferences: { language: 'en' },
        answers: { [list]: () => json({ customers: [sampleCustomer(1)], total: 1 }) },
      },
    );

    const button = screen.getByText('Call with AI');
    await expect.element(button).toBeVisible();
    const row = screen
      .getByRole('link', { name: /第1工業/ })
      .element()
      .getBoundingClientRect();
    const shown = button.element().closest('button');
    expect(shown?.getBoundingClientRect().left).toBeGreaterThanOrEqual(row.right);
  });

  it('names what was searched in vain', async () => {
    const { screen } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: { [list]: () => json({ customers: [], total: 0 }) },
      },
    );

    await screen.getByRole('searchbox').fill('北浜');

    await expect.element(screen.getByText('「北浜」に合う顧客はいません')).toBeVisible();
  });

  it('says that the customers could not be loaded, and loads them when asked again', async () => {
    const { screen, server } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: { [list]: () => refused('internal', 500) },
      },
    );

    await expect.element(screen.getByRole('alert')).toHaveTextContent('読み込めませんでした');
    server.answer({ [list]: () => json({ customers: [sampleCustomer(1)], total: 1 }) });
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toBeVisible();
  });

  it('says when more are found than anybody counts', async () => {
    const { screen } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: {
          [list]: () => json({ customers: [sampleCustomer(1)], total: 10_000, totalIs: 'at-least' }),
        },
      },
    );

    await expect.element(screen.getByText('10,000社以上')).toBeVisible();
  });

  it('narrows the list down, and orders it', async () => {
    const { screen, server } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: { [list]: () => json({ customers: [sampleCustomer(1)], total: 1 }) },
      },
    );

    await screen.getByRole('button', { name: '状態', exact: true }).click();
    await screen.getByRole('menuitemcheckbox', { name: '要フォロー' }).click();
    await screen.getByRole('button', { name: '並び順：読みの順' }).click();
    await screen.getByRole('menuitemcheckbox', { name: '更新の新しい順' }).click();

    await expect
      .poll(() => server.requests.filter(({ path }) => path.startsWith('/api/customers?')).at(-1)?.path)
      .toBe('/api/customers?status=follow-up&sort=changed&limit=100');
    await expect.element(screen.getByRole('button', { name: '状態：要フォロー' })).toBeVisible();
  });

  it('goes from row to row and chooses with the keyboard', async () => {
    const { screen } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: { [list]: () => json({ customers: [1, 2, 3].map((n) => sampleCustomer(n)), total: 3 }) },
      },
    );
    await expect.element(screen.getByRole('link', { name: /第3工業/ })).toBeVisible();

    await userEvent.keyboard('j{Shift>}{ArrowDown}{/Shift}');
    await expect.element(screen.getByText('2社を選択中')).toBeVisible();
    await userEvent.keyboard('x');

    await expect.element(screen.getByText('1社を選択中')).toBeVisible();
    await expect.element(screen.getByRole('checkbox', { name: '第1工業を選択' })).toBeChecked();
  });

  it('changes several at once, and takes it back for each as it was', async () => {
    const customers = [sampleCustomer(1), sampleCustomer(2, { status: 'absent' }), sampleCustomer(3)];
    const { screen, server, platform } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: {
          [list]: () => json({ customers, total: 3 }),
          'POST /api/customers/changes': () => json({ changed: 2 }),
        },
      },
    );
    await expect.element(screen.getByRole('link', { name: /第3工業/ })).toBeVisible();

    await screen.getByRole('checkbox', { name: '第1工業を選択' }).click();
    await screen.getByRole('checkbox', { name: '第2工業を選択' }).click();
    await screen.getByRole('button', { name: '状態を変える' }).click();
    await screen.getByRole('menuitem', { name: '成約' }).click();
    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('2社を変更しました');
    platform.toasts.getState()[0]?.action?.run();

    const changes = () =>
      server.requests.filter(({ path }) => path === '/api/customers/changes').map(({ body }) => body);
    await expect.poll(changes).toEqual([
      { customerIds: [customers[0]?.id, customers[1]?.id], changes: { status: 'won' } },
      { customerIds: [customers[0]?.id], changes: { status: 'new' } },
      { customerIds: [customers[1]?.id], changes: { status: 'absent' } },
    ]);
  });

  it('keeps a list under a name', async () => {
    const views: object[] = [];
    const { screen, server } = await renderConsole(
      <CustomersList selected={null} rowAction={() => null} bulkAction={() => null} />,
      {
        answers: {
          [list]: () => json({ customers: [sampleCustomer(1)], total: 1 }),
          'GET /api/customers/views': () => json({ views }),
          'POST /api/customers/views': ({ body }) => {
            views.push({ id: idOf('view', 1), createdAt: '2026-11-20T01:00:00.000Z', ...Object(body) });
            return json(views[0], 201);
          },
        },
      },
    );

    await screen.getByRole('button', { name: '発信禁止', exact: true }).click();
    await screen.getByRole('menuitemcheckbox', { name: '発信できる顧客のみ' }).click();
    await screen.getByRole('button', { name: 'ビュー' }).click();
    await screen.getByRole('menuitem', { name: /保存…/ }).click();
    await screen.getByLabelText('ビューの名前').fill('かけられる顧客');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByRole('button', { name: 'かけられる顧客' })).toBeVisible();
    expect(server.requests.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'かけられる顧客',
      filter: { blocked: 'no' },
    });
  });
});
