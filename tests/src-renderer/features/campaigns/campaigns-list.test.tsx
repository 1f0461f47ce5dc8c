import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CampaignsList } from '../../../../src-renderer/features/campaigns/campaigns-list.tsx';
import { applyCampaignEvent } from '../../../../src-renderer/platform/apply-campaign.ts';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { notRunning, sampleCampaign, sampleProgress, samplePulse } from '../../support/sample-campaigns.ts';
import { idOf } from '../../support/samples.ts';

const path = 'GET /api/campaigns';

const broken = {
  state: 'paused',
  pausedFor: {
    type: 'circuit-open',
    at: '2026-11-20T01:00:00.000Z',
    calls: 20,
    failed: 12,
    mostOften: 'carrier',
  },
  ...notRunning,
};

function renderList(campaigns: readonly object[], isAdmin = true) {
  return renderConsole(<CampaignsList selected={null} isAdmin={isAdmin} />, {
    answers: { [path]: () => json({ campaigns, next: null }) },
  });
}

describe('CampaignsList', () => {
  it('says of each how it stands, how far it is, how it goes, and when it will be done', async () => {
    const { screen } = await renderList([sampleCampaign()]);

    const row = screen.getByRole('link', { name: /秋の展示会のご案内/ });
    await expect.element(row).toHaveTextContent('発信中');
    await expect.element(row).toHaveTextContent('126 / 280社');
    await expect.element(row).toHaveTextContent('佐藤、鈴木');
    await expect.element(row).toHaveTextContent('11.5%');
    await expect.element(row).toHaveTextContent('98.3%');
    await expect.element(row).toHaveTextContent('1.7%');
    await expect.element(row).toHaveTextContent(/11\/20 \d\d:20ごろ完了/);
  });

  it('says when it calls again where nobody can be called now', async () => {
    const pulse = { ...samplePulse, heldBackBy: 'nobody-due', nextDialAt: '2026-11-24T00:00:00.000Z' };
    const { screen } = await renderList([sampleCampaign(1, { pulse })]);

    await expect.element(screen.getByText(/^次は11\/24/).first()).toBeInTheDocument();
  });

  it('says in words why one has paused by itself, and what to do', async () => {
    const { screen } = await renderList([sampleCampaign(1, broken)]);

    const row = screen.getByRole('link', { name: /秋の展示会のご案内/ });
    await expect.element(row).toHaveTextContent('一時停止');
    await expect.element(row).toHaveTextContent('失敗が続き自動停止。原因を確かめて再開してください');
  });

  it('shows the shape of what comes, says why it does not, and loads it when asked again', async () => {
    const late = lateAnswer();
    const { screen, server } = await renderConsole(<CampaignsList selected={null} isAdmin />, {
      answers: { [path]: () => late.answer },
    });
    await expect.element(screen.getByRole('status', { name: '読み込んでいます' })).toBeVisible();

    late.give(refused('internal', 500));
    await expect.element(screen.getByRole('alert')).toHaveTextContent('一斉コールを読み込めませんでした');
    server.answer({ [path]: () => json({ campaigns: [sampleCampaign()], next: null }) });
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByRole('link', { name: /秋の展示会のご案内/ })).toBeVisible();
  });

  it('teaches an admin what campaigns are, and an agent how they come to one', async () => {
    const admin = await renderList([]);
    await expect.element(admin.screen.getByText('一斉コールはまだありません')).toBeVisible();
    await expect
      .element(admin.screen.getByRole('link', { name: '新しい一斉コール' }).last())
      .toHaveAttribute('href', '/campaigns/new');
    await admin.screen.unmount();

    const agent = await renderList([], false);

    await expect.element(agent.screen.getByText('あなたが受ける一斉コールはありません')).toBeVisible();
    expect(agent.screen.getByRole('link', { name: '新しい一斉コール' }).elements()).toEqual([]);
  });

  it('asks for those of a state, and leads back to all where there are none', async () => {
    const { screen, server } = await renderList([sampleCampaign()]);
    await expect.element(screen.getByRole('link', { name: /秋の展示会のご案内/ })).toBeVisible();

    server.answer({ [path]: () => json({ campaigns: [], next: null }) });
    await screen.getByRole('radio', { name: '下書き' }).click();

    await expect.element(screen.getByText('この状態の一斉コールはありません')).toBeVisible();
    expect(server.requests.at(-1)?.path).toBe('/api/campaigns?state=draft&limit=50');
    await screen.getByRole('button', { name: 'すべて表示' }).click();
    await expect.element(screen.getByRole('radio', { name: 'すべて' })).toBeChecked();
  });

  it('opens the next one with J', async () => {
    const { screen, places } = await renderList([sampleCampaign(1), sampleCampaign(2)]);
    await expect.element(screen.getByRole('link', { name: /秋の展示会のご案内/ }).first()).toBeVisible();

    await userEvent.keyboard('j');

    expect(places.at(-1)).toBe(`/campaigns/${idOf('campaign', 1)}`);
  });

  it('follows what the server tells, and asks again for one that it does not know', async () => {
    const { screen, server, cache } = await renderList([sampleCampaign()]);
    await expect.element(screen.getByText('126 / 280社')).toBeVisible();

    const progress = { ...sampleProgress, done: 92, dialling: 2 };
    applyCampaignEvent(cache, { type: 'campaign-changed', campaign: sampleCampaign(1, { progress }) });
    await expect.element(screen.getByText('128 / 280社')).toBeVisible();
    const asked = server.requests.length;
    server.answer({ [path]: () => json({ campaigns: [sampleCampaign(1), sampleCampaign(2)], next: null }) });
    applyCampaignEvent(cache, { type: 'campaign-changed', campaign: sampleCampaign(2) });

    await expect.poll(() => screen.getByRole('listitem').elements().length).toBe(2);
    expect(server.requests.length).toBe(asked + 1);
    applyCampaignEvent(cache, { type: 'campaign-removed', campaignId: sampleCampaign(2).id });
    await expect.poll(() => screen.getByRole('listitem').elements().length).toBe(1);
  });

  it('has only the rows in sight in the page, and fetches the next ones at the end', async () => {
    const campaigns = Array.from({ length: 50 }, (_, number) => sampleCampaign(number));
    const next = `2026-11-20T00:00:00.000Z~${idOf('campaign', 49)}`;
    const { screen, server } = await renderConsole(<CampaignsList selected={null} isAdmin />, {
      answers: { [path]: () => json({ campaigns, next }) },
    });
    await expect.element(screen.getByRole('listitem').first()).toBeVisible();
    expect(screen.getByRole('listitem').elements().length).toBeLessThan(30);

    screen
      .getByRole('list')
      .element()
      .parentElement?.scrollTo(0, 50 * 52);

    await expect.poll(() => server.requests.at(-1)?.path).toContain('before=');
  });
});
