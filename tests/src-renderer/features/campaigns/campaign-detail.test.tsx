import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CampaignDetail } from '../../../../src-renderer/features/campaigns/campaign-detail.tsx';
import type { CampaignPart } from '../../../../src-renderer/features/campaigns/campaign-parts.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import {
  notRunning,
  sampleCampaign,
  sampleDraft,
  sampleProgress,
  samplePulse,
} from '../../support/sample-campaigns.ts';
import { sampleStatus } from '../../support/samples.ts';

const { id } = sampleCampaign();
const agents = {
  'GET /api/agents': () =>
    json({ agents: [sampleStatus(), sampleStatus({ agentId: 'kenta', name: '鈴木' })] }),
};

interface Shown {
  readonly part?: CampaignPart;
  readonly isAdmin?: boolean;
  readonly answers?: object;
}

function renderDetail(
  campaign = sampleCampaign(),
  { part = 'overview', isAdmin = true, answers = {} }: Shown = {},
) {
  return renderConsole(<CampaignDetail campaign={campaign} part={part} isAdmin={isAdmin} />, {
    answers: { ...agents, ...answers },
    frameHeight: 1_400,
  });
}

describe('CampaignDetail', () => {
  it('says how far it is, why it goes no faster, and when it will be done', async () => {
    const { screen } = await renderDetail();

    await expect
      .element(screen.getByRole('img', { name: /^対象280社のうち、終わった顧客126社、呼出・通話中4社/ }))
      .toBeVisible();
    await expect.element(screen.getByText('空いている社員の分だけ、すでにかけています。')).toBeVisible();
    await expect.element(screen.getByText(/^11月20日（金）\d\d:20ごろに完了$/)).toBeVisible();
    await expect.element(screen.getByText('58人中1人（1.7%）')).toBeVisible();
    await expect.element(screen.getByText('3%未満です')).toBeVisible();
  });

  it('says that too many found nobody', async () => {
    const pulse = { ...samplePulse, abandoned: 2, heldBackBy: 'abandoned-share' };
    const { screen } = await renderDetail(sampleCampaign(1, { pulse }));

    await expect.element(screen.getByText('58人中2人（3.4%）')).toBeVisible();
    await expect.element(screen.getByText(/^3%以上です/)).toBeVisible();
    await expect.element(screen.getByText(/3%未満に保つため、発信を控えています/)).toBeVisible();
  });

  it('says when it calls again', async () => {
    const pulse = { ...samplePulse, heldBackBy: 'nobody-due', nextDialAt: '2026-11-24T00:00:00.000Z' };
    const { screen } = await renderDetail(sampleCampaign(1, { pulse }));

    await expect.element(screen.getByText(/次は11月24日（火）\d\d:00にかけます。/)).toBeVisible();
  });

  it('starts a draft once that is confirmed', async () => {
    const start = `POST /api/campaigns/${id}/start`;
    const { screen, server, platform } = await renderDetail(sampleDraft(), {
      answers: { [start]: () => json(sampleCampaign()) },
    });

    await screen.getByRole('button', { name: '開始' }).click();
    await expect.element(screen.getByText('280社に電話をかけ始めます。')).toBeVisible();
    expect(server.requests.some(({ path }) => path.endsWith('/start'))).toBe(false);
    await userEvent.keyboard('{Enter}');

    await expect.poll(() => platform.toasts.getState()[0]?.text).toBe('開始しました');
    expect(server.requests.some(({ path }) => path.endsWith('/start'))).toBe(true);
  });

  it('does not start where nobody could be called, and says so', async () => {
    const progress = { ...sampleProgress, customers: 20, pending: 0, dialling: 0, done: 0, failed: 0 };
    const { screen } = await renderDetail(sampleDraft({ progress }));

    await expect.element(screen.getByRole('button', { name: '開始' })).toBeDisabled();
    await expect.element(screen.getByText(/開始できません/)).toBeVisible();
  });

  it('deletes a draft once that is confirmed, and goes back to the list', async () => {
    const { screen, places } = await renderDetail(sampleDraft(), {
      answers: { [`DELETE /api/campaigns/${id}`]: () => new Response(null, { status: 204 }) },
    });

    await screen.getByRole('button', { name: '削除' }).click();
    await screen.getByRole('button', { name: '削除する' }).click();

    await expect.poll(() => places.at(-1)).toBe('/campaigns');
  });

  it('pauses at once, and stops only after it has said what becomes of the calls', async () => {
    const paused = sampleCampaign(1, { state: 'paused', ...notRunning });
    const { screen, server } = await renderDetail(sampleCampaign(), {
      answers: { [`POST /api/campaigns/${id}/pause`]: () => json(paused) },
    });

    await screen.getByRole('button', { name: '中止' }).click();
    await expect
      .element(screen.getByText(/残り150社にはもうかけません。.*通話中の4件は最後まで続きます/))
      .toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(server.requests.some(({ path }) => path.endsWith('/stop'))).toBe(false);
    await screen.getByRole('button', { name: '一時停止' }).click();

    await expect.poll(() => server.requests.some(({ path }) => path.endsWith('/pause'))).toBe(true);
  });

  it('says why a step was refused, and asks how the campaign stands', async () => {
    const { screen, server } = await renderDetail(sampleCampaign(), {
      answers: { [`POST /api/campaigns/${id}/pause`]: () => refused('campaign-over') },
    });

    await screen.getByRole('button', { name: '一時停止' }).click();

    await expect.element(screen.getByText('この一斉コールはすでに終わっています。')).toBeVisible();
    expect(server.requests.some(({ path }) => path.endsWith('/pause'))).toBe(true);
  });

  it.each([
    {
      pausedFor: { type: 'by-person', by: { id: 'boss', name: '佐々木' } },
      words: /^佐々木さんが.*に一時停止しました。$/,
    },
    {
      pausedFor: { type: 'circuit-open', calls: 20, failed: 12, mostOften: 'carrier' },
      words: /直近20件の発信のうち12件が失敗し、最も多い理由は「回線の障害です」/,
    },
    { pausedFor: { type: 'speaker-not-ready' }, words: /佐藤さんの会話の設定がないため/ },
    { pausedFor: { type: 'restored' }, words: /^バックアップから戻したため/ },
  ])('says why it is paused: $pausedFor.type', async ({ pausedFor, words }) => {
    const at = '2026-11-20T01:00:00.000Z';
    const { screen } = await renderDetail(
      sampleCampaign(1, { state: 'paused', pausedFor: { ...pausedFor, at }, ...notRunning }),
    );

    await expect.element(screen.getByText(words)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '再開' })).toBeVisible();
  });

  it('leads an admin from an open breaker to the telephone line, and tells an agent who sees to it', async () => {
    const pausedFor = {
      type: 'circuit-open',
      at: '2026-11-20T01:00:00.000Z',
      calls: 20,
      failed: 12,
      mostOften: 'carrier',
    };
    const broken = sampleCampaign(1, { state: 'paused', pausedFor, ...notRunning });
    const admin = await renderDetail(broken);
    await expect
      .element(admin.screen.getByRole('link', { name: '電話回線の様子を見る' }))
      .toHaveAttribute('href', '/settings/telephony');
    await admin.screen.unmount();

    const agent = await renderDetail(broken, { isAdmin: false });

    await expect.element(agent.screen.getByText(/管理者が原因を確かめてから再開します/)).toBeVisible();
    expect(agent.screen.getByRole('button').elements()).toEqual([]);
  });

  it('shows the settings in words, and no way to change them to an agent', async () => {
    const { screen } = await renderDetail(sampleCampaign(), { part: 'settings', isAdmin: false });

    await expect.element(screen.getByText('会社の発信時間のとおり')).toBeVisible();
    await expect.element(screen.getByText('佐藤、鈴木').last()).toBeVisible();
    await expect.element(screen.getByText(/応答なし: 2時間後に2回まで/)).toBeVisible();
    expect(screen.getByRole('button', { name: '編集' }).elements()).toEqual([]);
  });

  it('puts together what was changed elsewhere, where that is something else', async () => {
    const path = `PUT /api/campaigns/${id}`;
    const { settings } = sampleCampaign();
    const theirs = sampleCampaign(1, { version: 4, settings: { ...settings, name: '冬のご案内' } });
    let saved = 0;
    const { screen, server } = await renderDetail(sampleCampaign(), {
      part: 'settings',
      answers: {
        [path]: () => {
          saved += 1;
          return saved === 1 ? refused('changed-elsewhere') : json(theirs);
        },
        [`GET /api/campaigns/${id}`]: () => json(theirs),
      },
    });

    await userEvent.keyboard('e');
    await screen.getByLabelText('同時に通話する数').fill('5');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body)
      .toMatchObject({ basedOn: 4, settings: { name: '冬のご案内', pace: { concurrency: 5 } } });
  });

  it('asks whose word counts where both have changed the same', async () => {
    const { settings } = sampleCampaign();
    const theirs = sampleCampaign(1, { version: 4, settings: { ...settings, name: '冬のご案内' } });
    const { screen, server } = await renderDetail(sampleCampaign(), {
      part: 'settings',
      answers: {
        [`PUT /api/campaigns/${id}`]: () => refused('changed-elsewhere'),
        [`GET /api/campaigns/${id}`]: () => json(theirs),
      },
    });

    await userEvent.keyboard('e');
    await screen.getByLabelText('名前').fill('春のご案内');
    await screen.getByRole('button', { name: '保存' }).click();
    await expect.element(screen.getByText('冬のご案内')).toBeVisible();
    server.answer({ [`PUT /api/campaigns/${id}`]: () => json({ ...theirs, version: 5 }) });
    await screen.getByRole('button', { name: '選んだ内容で保存' }).click();

    await expect
      .poll(() => server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body)
      .toMatchObject({ basedOn: 4, settings: { name: '春のご案内' } });
  });

  it('asks before what was not saved is thrown away, and tells the way back to whoever leaves', async () => {
    const { screen, platform } = await renderDetail(sampleCampaign(), { part: 'settings' });
    await userEvent.keyboard('e');
    await screen.getByLabelText('名前').fill('春のご案内');

    await screen.getByRole('button', { name: 'やめる' }).click();
    await expect.element(screen.getByText('保存していない変更を捨てますか？')).toBeVisible();
    await screen.getByRole('button', { name: '編集を続ける' }).click();
    await screen.unmount();

    expect(platform.toasts.getState()[0]?.text).toBe('「秋の展示会のご案内」の変更はまだ保存されていません');
  });

  it('changes nothing of one that is over', async () => {
    const over = sampleCampaign(1, { state: 'stopped', endedAt: '2026-11-20T01:00:00.000Z', ...notRunning });
    const { screen } = await renderDetail(over, { part: 'settings' });

    await expect.element(screen.getByText('終わった一斉コールの設定は変えられません。')).toBeVisible();
    expect(screen.getByRole('button').elements()).toEqual([]);
  });
});
