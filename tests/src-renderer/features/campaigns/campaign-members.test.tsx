import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CampaignMembers } from '../../../../src-renderer/features/campaigns/members/campaign-members.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { notRunning, sampleCampaign, sampleMember } from '../../support/sample-campaigns.ts';
import { idOf } from '../../support/samples.ts';

const path = `GET /api/campaigns/${sampleCampaign().id}/members`;

function renderMembers(members: readonly object[], { campaign = sampleCampaign(), isAdmin = true } = {}) {
  return renderConsole(<CampaignMembers campaign={campaign} isAdmin={isAdmin} />, {
    answers: { [path]: () => json({ members, next: null }) },
  });
}

const lastCall = {
  callId: idOf('call', 7),
  at: '2026-11-20T00:30:00.000Z',
  result: 'absent',
  resultReason: 'line-busy',
};

describe('the customers of a campaign', () => {
  it('says of each how they stand, when they are called next, or why they are not', async () => {
    const { screen } = await renderMembers([
      sampleMember(1, { state: 'skipped', reason: 'do-not-call' }),
      sampleMember(2, {
        reason: 'retry',
        attempts: 1,
        nextAttemptAt: '2026-11-20T02:15:00.000Z',
        lastCall,
      }),
      sampleMember(3, { reason: 'outside-calling-hours', nextAttemptAt: '2026-11-24T00:00:00.000Z' }),
      sampleMember(4),
    ]);

    const rows = screen.getByRole('listitem');
    await expect.element(rows.nth(0)).toHaveTextContent('対象外発信禁止');
    await expect.element(rows.nth(1)).toHaveTextContent(/これからかけ直し \d\d:15以降/);
    await expect.element(rows.nth(2)).toHaveTextContent(/時間外のため 11\/24 \d\d:00以降/);
    await expect.element(rows.nth(3)).toHaveTextContent('順番が来しだい');
  });

  it('leads to the customer, and to the last call in the history', async () => {
    const { screen } = await renderMembers([sampleMember(1, { state: 'failed', attempts: 1, lastCall })]);

    await expect
      .element(screen.getByRole('link', { name: '第1工業', exact: true }))
      .toHaveAttribute('href', `/customers/${idOf('customer', 1)}`);
    await expect
      .element(screen.getByRole('link', { name: /第1工業との前回の通話を開く/ }))
      .toHaveAttribute('href', `/history/${idOf('call', 7)}`);
  });

  it('asks the server for a state and for words, and leads back to all', async () => {
    const { screen, server } = await renderMembers([sampleMember(1)]);
    await expect.element(screen.getByRole('listitem')).toBeVisible();

    server.answer({ [path]: () => json({ members: [], next: null }) });
    await screen.getByRole('radio', { name: /対象外/ }).click();
    await screen.getByRole('searchbox').fill('北浜');

    await expect
      .poll(() => server.requests.at(-1)?.path)
      .toContain(`?state=skipped&search=${encodeURIComponent('北浜')}&limit=100`);
    await screen.getByRole('button', { name: '条件を解除' }).click();
    await expect.element(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('goes from row to row with the arrows', async () => {
    const { screen } = await renderMembers([sampleMember(1), sampleMember(2)]);
    await expect.element(screen.getByRole('listitem').first()).toBeVisible();
    const link = (number: number) => screen.getByRole('link', { name: `第${number}工業`, exact: true });
    const first = link(1).element();
    if (first instanceof HTMLElement) first.focus();

    await userEvent.keyboard('{ArrowDown}');
    await expect.element(link(2)).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}');

    await expect.element(link(1)).toHaveFocus();
  });

  it('has only the rows in sight in the page, of a thousand', async () => {
    const { screen } = await renderMembers(
      Array.from({ length: 1_000 }, (_, number) => sampleMember(number)),
    );
    await expect.element(screen.getByRole('listitem').first()).toBeVisible();

    expect(screen.getByRole('listitem').elements().length).toBeLessThan(60);
  });

  it('tells an agent that they see only those whom they may see', async () => {
    const { screen } = await renderMembers([], { isAdmin: false });

    await expect.element(screen.getByText('あなたが閲覧できる顧客はいません')).toBeVisible();
    await expect.element(screen.getByText(/あなたが担当する顧客だけが表示されています/)).toBeVisible();
  });

  it('says that whoever is left is not called any more once it is over', async () => {
    const campaign = sampleCampaign(1, {
      state: 'stopped',
      endedAt: '2026-11-20T01:00:00.000Z',
      ...notRunning,
    });
    const { screen } = await renderMembers([sampleMember(1)], { campaign });

    await expect.element(screen.getByRole('listitem')).toHaveTextContent('かけません');
  });

  it('says that they could not be loaded, and loads them when asked again', async () => {
    const { screen, server } = await renderMembers([]);
    server.answer({ [path]: () => refused('internal', 500) });
    await screen.getByRole('radio', { name: /話せた/ }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('読み込めませんでした');

    server.answer({ [path]: () => json({ members: [sampleMember(1)], next: null }) });
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByRole('listitem')).toBeVisible();
  });
});
