import { describe, expect, it } from 'vitest';
import { type TemplateSet, templateSetSchema } from '../../../../../backend/contract/templates.ts';
import { TemplatesSettings } from '../../../../../src-renderer/features/settings/templates/templates-settings.tsx';
import { json, refused } from '../../../support/fake-server.ts';
import { type ConsoleOptions, renderConsole } from '../../../support/render-console.tsx';
import { sampleCustomer } from '../../../support/samples.ts';

const own = '/api/agents/templates';

function sampleSet(version: number, closing: string): TemplateSet {
  const template = (key: string, text: string, defaultText: string) => ({
    key,
    text,
    defaultText,
    spoken: text,
    seconds: 2.1,
    problems: [],
    source: text === defaultText ? 'product' : 'own',
    defaultSource: 'product',
    language: 'ja-JP',
    variables: ['my_company_name', 'callee_department'],
    mostSeconds: 20,
    audio: null,
  });
  return templateSetSchema.parse({
    version,
    savedAt: null,
    templates: [
      template('closing', closing, '失礼いたします。'),
      template('absent', 'かしこまりました。', 'かしこまりました。'),
    ],
  });
}

const preview = { spoken: '株式会社あかりです。', seconds: 2.4, problems: [] };
const answers: ConsoleOptions['answers'] = {
  [`GET ${own}`]: () => json(sampleSet(1, '失礼いたします。')),
  [`POST ${own}/preview`]: () => json(preview),
};

function renderEditor(more: ConsoleOptions['answers'] = {}) {
  return renderConsole(<TemplatesSettings whose={null} />, { answers: { ...answers, ...more } });
}

describe('the editor of what the AI says', () => {
  it('puts a variable in, shows how it sounds and how it differs, and saves', async () => {
    const { screen, server } = await renderEditor({
      [`PUT ${own}`]: () => json(sampleSet(2, '失礼いたします。{{my_company_name}}')),
    });

    await screen.getByRole('button', { name: '自社名' }).click();

    await expect.element(screen.getByText('株式会社あかりです。')).toBeVisible();
    await expect.element(screen.getByText('約2.4秒（20秒まで）')).toBeVisible();
    await expect
      .element(screen.getByRole('region', { name: '最初の文との違い' }))
      .toHaveTextContent('{{my_company_name}}');

    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('保存しました')).toBeVisible();
    expect(server.requests.find(({ method }) => method === 'PUT')?.body).toEqual({
      basedOn: 1,
      texts: { closing: expect.stringContaining('{{my_company_name}}') },
    });
  });

  it('says why a text could not be spoken', async () => {
    const problems = [{ type: 'unknown-variable', name: 'who' }];
    const { screen } = await renderEditor({
      [`POST ${own}/preview`]: () => json({ ...preview, problems }),
    });

    await screen.getByLabelText('話す文').fill('{{who}}です。');

    await expect.element(screen.getByText('「who」という差し込みはありません。')).toBeVisible();
  });

  it('leads to the text that the server refused, and keeps what was written', async () => {
    const body = {
      error: { code: 'invalid-input', message: 'x', fields: [{ path: 'texts.closing', problem: 'empty' }] },
    };
    const { screen } = await renderEditor({ [`PUT ${own}`]: () => json(body, 400) });

    await screen.getByLabelText('話す文').fill('では。');
    await screen.getByRole('combobox', { name: '場面' }).selectOptions('absent');
    await screen.getByRole('button', { name: '保存' }).click();
    await screen.getByRole('button', { name: '挨拶して終える' }).click();

    await expect.element(screen.getByLabelText('話す文')).toHaveValue('では。');
  });

  it('asks whose word counts where another tab has changed the same text', async () => {
    const { screen, server } = await renderEditor();
    await screen.getByLabelText('話す文').fill('では。');
    server.answer({
      [`PUT ${own}`]: () => refused('changed-elsewhere'),
      [`GET ${own}`]: () => json(sampleSet(2, 'さようなら。')),
    });

    await screen.getByRole('button', { name: '保存' }).click();
    const question = screen.getByRole('region', { name: /同じ項目を変えています/ });
    await expect.element(question).toHaveFocus();
    await expect.element(question).toBeInViewport({ ratio: 0.9 });
    await screen.getByRole('radio', { name: /さようなら。/ }).click();
    server.answer({ [`PUT ${own}`]: () => json(sampleSet(3, 'さようなら。')) });
    await screen.getByRole('button', { name: '選んだ内容で保存' }).click();

    await expect.element(screen.getByText('保存しました')).toBeVisible();
    expect(server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body).toEqual({
      basedOn: 2,
      texts: { closing: 'さようなら。' },
    });
  });

  it('goes on where it was left without saving', async () => {
    const { screen, rerender } = await renderEditor();
    await screen.getByLabelText('話す文').fill('では。');

    await rerender(<p>elsewhere</p>);
    await rerender(<TemplatesSettings whose={null} />);

    await expect.element(screen.getByLabelText('話す文')).toHaveValue('では。');
    await expect.element(screen.getByText(/保存していない変更が残っています/)).toBeVisible();
  });

  it('goes on with the situation that was left without saving, and names it', async () => {
    const { screen, rerender } = await renderEditor();
    const situation = screen.getByRole('combobox', { name: '場面' });
    await situation.selectOptions('absent');
    await screen.getByLabelText('話す文').fill('では。');

    await rerender(<p>elsewhere</p>);
    await rerender(<TemplatesSettings whose={null} />);

    await expect.element(situation).toHaveValue('absent');
    await expect.element(screen.getByLabelText('話す文')).toHaveValue('では。');
    await expect.element(screen.getByText(/残っています（不在）/)).toBeVisible();
  });

  it('leads back to the team’s text, and says when that is in use', async () => {
    const set = sampleSet(1, 'では、また。');
    const templates = set.templates.map((template) => ({ ...template, defaultSource: 'team' as const }));
    const { screen } = await renderEditor({ [`GET ${own}`]: () => json({ ...set, templates }) });

    await screen.getByRole('button', { name: 'チームの文に戻す' }).click();

    await expect.element(screen.getByLabelText('話す文')).toHaveValue('失礼いたします。');
    await expect.element(screen.getByText('チームの文を使っています。')).toBeVisible();
  });

  it('restores an earlier text', async () => {
    const entry = { version: 1, savedAt: '2026-11-19T01:00:00.000Z', savedBy: null, source: 'own' };
    const { screen } = await renderEditor({
      [`GET ${own}/history`]: () =>
        json({
          entries: [
            { ...entry, text: '失礼いたします。' },
            { ...entry, version: 0, text: 'またお電話いたします。' },
          ],
        }),
    });

    await screen.getByRole('button', { name: 'これまでの文を見る' }).click();
    await screen.getByRole('button', { name: 'この文に戻す' }).click();

    await expect.element(screen.getByLabelText('話す文')).toHaveValue('またお電話いたします。');
  });

  it('sounds as it does for a customer who was chosen', async () => {
    const { screen, server } = await renderEditor({
      'GET /api/customers': () => json({ customers: [sampleCustomer(7)], total: 1, next: null }),
    });

    await screen.getByLabelText('試しに使う顧客').fill('第7');
    await screen.getByRole('button', { name: '第7工業' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toMatchObject({ key: 'closing', customerId: sampleCustomer(7).id });
  });
});
