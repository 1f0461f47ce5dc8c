import { describe, expect, it } from 'vitest';
import { type CustomerImport, customerImportSchema } from '../../../../backend/contract/customer-imports.ts';
import { columnsProblem } from '../../../../src-renderer/features/customers/imports/import-columns.ts';
import { ImportDetail } from '../../../../src-renderer/features/customers/imports/import-detail.tsx';
import { ImportsOverview } from '../../../../src-renderer/features/customers/imports/imports-overview.tsx';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { type RenderedConsole, renderConsole } from '../../support/render-console.tsx';
import { idOf } from '../../support/samples.ts';

const nothing = {
  rows: 0,
  total: null,
  created: 0,
  updated: 0,
  skipped: 0,
  refused: 0,
  warned: 0,
  undone: 0,
  kept: 0,
};

function sampleImport(changes: object = {}): CustomerImport {
  return customerImportSchema.parse({
    id: idOf('import', 1),
    fileName: '名簿.csv',
    bytes: 1_200,
    by: '佐藤',
    state: 'uploaded',
    analysis: {
      encoding: 'shift_jis',
      delimiter: ',',
      firstRow: ['会社', 'TEL', '備考'],
      sample: [
        ['会社', 'TEL', '備考'],
        ['第1工業', '03-1234-5678', ''],
      ],
      guess: ['company', null, 'note'],
      hasHeader: true,
      repeatedNames: [],
    },
    settings: null,
    counts: nothing,
    failure: null,
    createdAt: '2026-11-20T01:00:00.000Z',
    finishedAt: null,
    ...changes,
  });
}

const settings = {
  hasHeader: true,
  columns: ['company', 'phoneNumber', 'note'],
  matchedBy: 'number',
  duplicates: 'update',
  ownerId: null,
};
const { id } = sampleImport();
const path = `/api/customers/imports/${id}`;

function renderImport(answers: Answers): Promise<RenderedConsole> {
  return renderConsole(<ImportDetail importId={id} />, {
    answers: { [`GET ${path}/rows`]: () => json({ rows: [], next: null }), ...answers },
  });
}

describe('ImportsOverview', () => {
  it('sends the file that is chosen, and goes on to its columns', async () => {
    const { screen, server, places } = await renderConsole(<ImportsOverview />, {
      answers: {
        'GET /api/customers/imports': () => json({ imports: [] }),
        'POST /api/customers/imports': () => json(sampleImport(), 201),
      },
    });
    const file = new File(['会社,TEL'], '名簿.csv', { type: 'text/csv' });

    await screen.getByLabelText('ファイルを選ぶ').first().upload(file);

    await expect.poll(() => places.at(-1)).toBe(`/customers/imports/${id}`);
    expect(server.requests.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/api/customers/imports?fileName=${encodeURIComponent('名簿.csv')}`,
      file: { size: file.size },
    });
  });

  it('holds few of a thousand past imports on the page', async () => {
    const imports = Array.from({ length: 1_000 }, (_, number) =>
      sampleImport({ id: idOf('import', number) }),
    );

    const { screen } = await renderConsole(<ImportsOverview />, {
      answers: { 'GET /api/customers/imports': () => json({ imports }) },
    });

    await expect.element(screen.getByRole('listitem').first()).toBeInTheDocument();
    expect(screen.getByRole('listitem').elements().length).toBeLessThan(40);
  });

  it('says that a file is too large', async () => {
    const { screen } = await renderConsole(<ImportsOverview />, {
      answers: {
        'GET /api/customers/imports': () => json({ imports: [] }),
        'POST /api/customers/imports': () => refused('too-large', 413),
      },
    });

    await screen
      .getByLabelText('ファイルを選ぶ')
      .first()
      .upload(new File(['x'], 'large.csv'));

    await expect.element(screen.getByRole('alert')).toHaveTextContent('一度に送れる量を超えています');
  });
});

describe('ImportDetail', () => {
  it('has a heading and the way back to the list, also when it cannot be loaded', async () => {
    const { screen } = await renderImport({ [`GET ${path}`]: () => refused('internal', 500) });

    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('ファイルから取り込む');
    await expect
      .element(screen.getByRole('link', { name: '取り込みの一覧へ' }))
      .toHaveAttribute('href', '/customers/imports');
  });

  it('wants the columns that customers are made of, and checks with what was chosen', async () => {
    const { screen, server } = await renderImport({
      [`GET ${path}`]: () => json(sampleImport()),
      [`POST ${path}/check`]: () => json(sampleImport({ state: 'checked', settings })),
    });

    await expect.element(screen.getByText('「電話番号」の列を選んでください')).toBeVisible();
    await screen.getByLabelText('「TEL」の取り込み先').selectOptions('電話番号');
    await screen.getByRole('radio', { name: '上書きする' }).click();
    await screen.getByRole('button', { name: '取り込む内容を確かめる' }).click();

    await expect.poll(() => server.requests.find(({ method }) => method === 'POST')?.body).toEqual(settings);
  });

  it('lists the problems by row and column, and starts', async () => {
    const counts = { ...nothing, rows: 3, total: 3, created: 2, refused: 1 };
    const problems = [
      { code: 'not-a-number', column: 1, field: 'phoneNumber', value: '03-12' },
      { code: 'missing', column: 0, field: 'company', value: '' },
    ];
    const { screen, server } = await renderImport({
      [`GET ${path}`]: () => json(sampleImport({ state: 'checked', settings, counts })),
      [`GET ${path}/rows`]: () =>
        json({ rows: [{ row: 3, outcome: 'refused', customerId: null, company: '', problems }], next: null }),
      [`POST ${path}/start`]: () => json(sampleImport({ state: 'running', settings, counts })),
    });

    await expect.element(screen.getByText('「03-12」は電話番号ではありません')).toBeVisible();
    await expect.element(screen.getByRole('listitem').nth(1)).toHaveTextContent(/3取り込めない会社空欄です/);
    await screen.getByRole('button', { name: '2件の取り込みを始める' }).click();

    await expect.element(screen.getByRole('progressbar')).toBeVisible();
    expect(server.requests.at(-1)?.path).toContain('/imports/');
  });

  it('shows how far it is until it is done, and can be undone then', async () => {
    const counts = { ...nothing, rows: 500, total: 1_000, created: 500 };
    const { screen, server } = await renderImport({
      [`GET ${path}`]: () => json(sampleImport({ state: 'running', settings, counts })),
      [`POST ${path}/undo`]: () => json(sampleImport({ state: 'undone', settings })),
    });

    await expect.element(screen.getByText('500 / 1,000行')).toBeVisible();
    server.answer({ [`GET ${path}`]: () => json(sampleImport({ state: 'done', settings, counts })) });
    await screen.getByRole('button', { name: 'この取り込みを取り消す' }).click();
    await screen.getByRole('button', { name: '取り消す', exact: true }).click();

    await expect.element(screen.getByText('取り消し済み')).toBeVisible();
  });

  it('says why a file cannot be read, and where', async () => {
    const failure = { code: 'quote-never-closed', line: 12 };
    const { screen } = await renderImport({
      [`GET ${path}`]: () => json(sampleImport({ state: 'unreadable', analysis: null, failure })),
    });

    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent('閉じていない引用符（"）があります。（12行目）');
  });
});

describe('columnsProblem', () => {
  it('lets several columns hold tags, but only one the company', () => {
    expect(columnsProblem(['company', 'phoneNumber', 'tags', 'tags'])).toBeNull();
    expect(columnsProblem(['company', 'phoneNumber', 'company'])).toEqual({
      type: 'twice',
      field: 'company',
    });
  });
});
