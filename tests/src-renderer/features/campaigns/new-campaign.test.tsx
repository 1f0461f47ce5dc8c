import { describe, expect, it } from 'vitest';
import { NewCampaign } from '../../../../src-renderer/features/campaigns/form/new-campaign.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { type RenderedConsole, renderConsole } from '../../support/render-console.tsx';
import { sampleDraft } from '../../support/sample-campaigns.ts';
import { idOf, sampleStatus } from '../../support/samples.ts';

const create = 'POST /api/campaigns';
const preview = 'POST /api/campaigns/preview';
const viewId = idOf('view', 1);

const counted = {
  customers: 300,
  callable: 280,
  leftOut: [
    { reason: 'no-number', customers: 12 },
    { reason: 'do-not-call', customers: 8 },
  ],
  inOtherCampaigns: 14,
};

async function renderForm(answers = {}, language: 'ja' | 'en' = 'ja') {
  const created: string[] = [];
  const view = { id: viewId, name: '展示会の来場者', filter: {}, createdAt: '2026-11-01T00:00:00.000Z' };
  const rendered = await renderConsole(
    <NewCampaign
      filterFields={(filter, onChange) => (
        <button type="button" onClick={() => onChange({ ...filter, status: 'new' })}>
          未着手のみ
        </button>
      )}
      onCreated={(id) => created.push(id)}
    />,
    {
      preferences: { language },
      frameHeight: 1_600,
      answers: {
        'GET /api/agents': () =>
          json({ agents: [sampleStatus(), sampleStatus({ agentId: 'kenta', name: '鈴木' })] }),
        'GET /api/customers/views': () => json({ views: [view] }),
        'GET /api/customers/imports': () => json({ imports: [] }),
        [preview]: () => json(counted),
        ...answers,
      },
    },
  );
  return { ...rendered, created };
}

async function fill({ screen }: Pick<RenderedConsole, 'screen'>): Promise<void> {
  await screen.getByLabelText('名前').fill('秋の展示会のご案内');
  await screen.getByLabelText('ビュー', { exact: true }).selectOptions('展示会の来場者');
  await screen.getByLabelText('AIが名乗る社員').selectOptions('佐藤');
  await screen.getByRole('button', { name: '全員を選ぶ' }).click();
}

const make = '下書きを作る';

describe('the form of a new campaign', () => {
  it('counts whom it would call, and whom not and why, as customers are chosen', async () => {
    const { screen, server } = await renderForm();
    await expect.element(screen.getByText(/顧客を選ぶと/)).toBeVisible();

    await screen.getByLabelText('ビュー', { exact: true }).selectOptions('展示会の来場者');

    const region = screen.getByRole('region', { name: 'かける顧客の確認' });
    await expect.element(region).toHaveTextContent('選んだ300社のうち280社にかけます');
    await expect.element(region).toHaveTextContent('電話番号がない12社');
    await expect.element(region).toHaveTextContent('発信禁止8社');
    await expect.element(region).toHaveTextContent('うち14社は、進行中のほかの一斉コールにもいます');
    expect(server.requests.at(-1)?.body).toEqual({ customers: { type: 'view', viewId } });
  });

  it('counts by words and by a filter, once they have settled', async () => {
    const { screen, server } = await renderForm();

    await screen.getByRole('radio', { name: '条件で選ぶ' }).click();
    await screen.getByLabelText('会社名・担当者・電話番号').fill('北浜');
    await screen.getByRole('button', { name: '未着手のみ' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toEqual({ customers: { type: 'filter', filter: { search: '北浜', status: 'new' } } });
  });

  it('says that nobody could be called, and that a view is gone', async () => {
    const { screen, server } = await renderForm({
      [preview]: () => json({ customers: 3, callable: 0, leftOut: [], inOtherCampaigns: 0 }),
    });
    await screen.getByLabelText('ビュー', { exact: true }).selectOptions('展示会の来場者');
    await expect.element(screen.getByText('かけられる顧客がいません')).toBeVisible();

    server.answer({ [preview]: () => refused('not-found', 404) });
    await screen.getByRole('radio', { name: '条件で選ぶ' }).click();

    await expect.element(screen.getByText(/選んだビューかファイルが見つかりません/)).toBeVisible();
  });

  it('leads to the customers and to the files where there is nothing to choose', async () => {
    const { screen } = await renderForm({ 'GET /api/customers/views': () => json({ views: [] }) });

    await expect
      .element(screen.getByRole('link', { name: '顧客の画面を開く' }))
      .toHaveAttribute('href', '/customers');
    await screen.getByRole('radio', { name: 'CSVファイル' }).click();

    await expect
      .element(screen.getByRole('link', { name: 'CSVファイルを取り込む' }))
      .toHaveAttribute('href', '/customers/imports');
  });

  it('says what is missing beside each field, has the first one focused, and sends nothing', async () => {
    const { screen, server } = await renderForm();

    await screen.getByRole('button', { name: make }).click();

    await expect.element(screen.getByText('名前を100文字以内で入力してください')).toBeVisible();
    await expect
      .element(screen.getByRole('alert').filter({ hasText: 'ビューを選んでください' }))
      .toBeVisible();
    await expect.element(screen.getByText('AIが名乗る社員を選んでください')).toBeVisible();
    await expect.element(screen.getByText('電話を受ける社員を1人以上選んでください')).toBeVisible();
    await expect.element(screen.getByLabelText('名前')).toHaveFocus();
    expect(server.requests.some(({ method, path }) => method === 'POST' && path === '/api/campaigns')).toBe(
      false,
    );
  });

  it('says what is wrong with a pace, with hours, and with a retry', async () => {
    const { screen } = await renderForm();
    await fill({ screen });
    await screen.getByLabelText('1秒あたりの発信数').fill('11');
    await screen.getByLabelText('同時に通話する数').fill('2.5');
    await screen.getByLabelText('社員1人あたりの発信数').fill('');
    await screen.getByRole('radio', { name: '時間を決める' }).click();
    await screen.getByLabelText('発信を始める時刻').fill('18:00');
    await screen.getByLabelText('話し中のかけ直しの回数').fill('99');
    await screen.getByLabelText('応答なしからかけ直すまでの間隔').fill('0');

    await screen.getByRole('button', { name: make }).click();

    await expect.element(screen.getByText('0.01から10までの数で入力してください')).toBeVisible();
    await expect.element(screen.getByText('1から200までの整数で入力してください')).toBeVisible();
    await expect
      .element(screen.getByText('1から10までの数で入力してください', { exact: true }))
      .toBeVisible();
    await expect.element(screen.getByText('終わりは始まりより後にしてください')).toBeVisible();
    await expect.element(screen.getByText('回数は0から10までの整数で入力してください')).toBeVisible();
    await expect.element(screen.getByText('間隔は1分から14日までで入力してください')).toBeVisible();
    await screen.getByLabelText('発信を始める時刻').fill('');
    await expect.element(screen.getByText('始まりと終わりの時刻を入力してください')).toBeVisible();
  });

  it('says the same in English', async () => {
    const { screen } = await renderForm({}, 'en');

    await screen.getByRole('button', { name: 'Make the draft' }).click();

    await expect.element(screen.getByText('Enter a name of at most 100 characters')).toBeVisible();
    await expect.element(screen.getByText('Choose for whom the AI calls')).toBeVisible();
    await expect.element(screen.getByText('Choose at least one agent to take the calls')).toBeVisible();
  });

  it('makes the draft that was written', async () => {
    const { screen, server, created } = await renderForm({ [create]: () => json(sampleDraft(), 201) });
    await fill({ screen });
    await screen.getByRole('radio', { name: '時間を決める' }).click();
    await screen.getByLabelText('発信を終える時刻').fill('00:00');
    await screen.getByLabelText('話し中の間隔の単位').selectOptions('時間後');

    await screen.getByRole('button', { name: make }).click();

    await expect.poll(() => created).toEqual([idOf('campaign', 1)]);
    expect(server.requests.find(({ path, body }) => path === '/api/campaigns' && body)?.body).toMatchObject({
      settings: {
        name: '秋の展示会のご案内',
        speaksForId: 'misaki',
        agentIds: ['misaki', 'kenta'],
        hours: { from: 600, to: 1_440 },
        pace: { callsPerSecond: 0.5, concurrency: 10, factor: 2 },
        retries: {
          'line-busy': { times: 3, afterMinutes: 900 },
          'no-answer': { times: 2, afterMinutes: 120 },
        },
      },
      customers: { type: 'view', viewId },
    });
  });

  it('says beside the field what only the server knows', async () => {
    const problems = (fields: readonly object[]) =>
      json({ error: { code: 'invalid-input', message: '', fields } }, 400);
    const speaker = { path: 'settings.speaksForId', problem: 'conversation-settings-missing' };
    const { screen, server } = await renderForm({ [create]: () => problems([speaker]) });
    await fill({ screen });

    await screen.getByRole('button', { name: make }).click();

    await expect.element(screen.getByText(/この社員には会話の設定がありません/)).toBeVisible();
    const hours = { path: 'settings.hours', problem: 'outside-calling-hours' };
    server.answer({ [create]: () => problems([hours]) });
    await screen.getByLabelText('AIが名乗る社員').selectOptions('鈴木');
    await screen.getByRole('button', { name: make }).click();
    await expect.element(screen.getByText(/会社の発信時間と重なっていません/)).toBeVisible();
  });

  it('keeps what was written for whoever comes back to it', async () => {
    const { screen, platform } = await renderForm();

    await fill({ screen });

    await expect
      .poll(() => platform.drafts.recall('new-campaign'))
      .toMatchObject({ settings: { name: '秋の展示会のご案内' }, source: { viewId } });
  });
});
