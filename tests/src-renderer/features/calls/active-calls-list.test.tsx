import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { ActiveCallsList } from '../../../../src-renderer/features/calls/active-calls-list.tsx';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleCall, sampleHandoff, sampleTurn } from '../../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const ignore = (): void => undefined;

describe('ActiveCallsList', () => {
  it('shows status, customer, running time and last words of each call', async () => {
    const call = sampleCall(1, { lastTurn: sampleTurn(1, { text: '少々お待ちください' }) });

    const { screen } = await renderConsole(
      <ActiveCallsList calls={[call]} me={me} selected={null} onSelect={ignore} />,
    );

    const row = screen.getByRole('link', { name: /第1工業/ });
    await expect.element(row).toHaveTextContent('AI応答中');
    await expect.element(row).toHaveTextContent('1:05');
    await expect.element(row).toHaveTextContent('先方 「少々お待ちください」');
  });

  it('says of a call of which nobody knows whether it was dialled that this is being found out', async () => {
    const call = sampleCall(1, { status: 'initiated', answeredAt: null, submissionUnknown: true });

    const { screen } = await renderConsole(
      <ActiveCallsList calls={[call]} me={me} selected={null} onSelect={ignore} />,
    );

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toHaveTextContent('発信を確認中');
  });

  it('puts the customers who wait for a human first, whoever started earlier', async () => {
    const calls = [sampleCall(1), sampleCall(2, { status: 'transferring' })];

    const { screen } = await renderConsole(
      <ActiveCallsList calls={calls} me={me} selected={null} onSelect={ignore} />,
    );

    expect(rows(screen.container)).toEqual(['第2工業', '第1工業']);
  });

  it('puts a call that needs this agent before every other, and says so', async () => {
    const waiting = (number: number, agent: { id: string; name: string }) =>
      sampleCall(number, {
        status: 'transferring',
        handoff: sampleHandoff({
          offers: [
            {
              id: `offer_0000000000000000000${number}`,
              agent,
              status: 'open',
              declineReason: null,
              offeredAt: '2026-11-20T01:02:00.000Z',
              deadline: '2026-11-20T01:02:15.000Z',
              respondedAt: null,
            },
          ],
        }),
      });
    const calls = [waiting(1, { id: 'kenta', name: '鈴木' }), waiting(2, { id: 'misaki', name: '佐藤' })];

    const { screen } = await renderConsole(
      <ActiveCallsList calls={calls} me={me} selected={null} onSelect={ignore} />,
    );

    expect(rows(screen.container)).toEqual(['第2工業', '第1工業']);
    await expect.element(screen.getByRole('link', { name: /第2工業/ })).toHaveTextContent('あなた待ち');
    await expect
      .element(screen.getByRole('link', { name: /第1工業/ }))
      .toHaveTextContent('鈴木さんを呼び出し中');
  });

  it('keeps its order under the pointer, also when a call ends, and sorts again when the pointer leaves', async () => {
    const calls = [sampleCall(1), sampleCall(2), sampleCall(3)];
    const later = [
      sampleCall(1, { status: 'completed', durationSeconds: 60 }),
      sampleCall(2),
      sampleCall(3, { status: 'transferring' }),
    ];
    const list = (shown: typeof calls) => (
      <ActiveCallsList calls={shown} me={me} selected={null} onSelect={ignore} />
    );
    const { screen, rerender } = await renderConsole(list(calls));

    await userEvent.hover(screen.getByRole('link', { name: /第2工業/ }));
    await rerender(list(later));
    const held = rows(screen.container);
    await userEvent.hover(screen.getByRole('heading', { name: '進行中の通話' }));

    expect(held).toEqual(['第1工業', '第2工業', '第3工業']);
    await expect.poll(() => rows(screen.container)).toEqual(['第3工業', '第2工業']);
  });

  it('shows the whole team or only what concerns the agent', async () => {
    const calls = [
      sampleCall(1),
      sampleCall(2, { owner: { id: 'kenta', name: '鈴木' } }),
      sampleCall(3, {
        owner: { id: 'kenta', name: '鈴木' },
        handoff: sampleHandoff({ status: 'standby', agent: { id: 'misaki', name: '佐藤' } }),
      }),
    ];
    const { screen } = await renderConsole(
      <ActiveCallsList calls={calls} me={me} selected={null} onSelect={ignore} />,
    );

    await screen.getByRole('radio', { name: '自分' }).click();

    await expect.poll(() => rows(screen.container)).toEqual(['第3工業', '第1工業']);
  });

  it('finds a company whatever the width of its letters, and offers to clear a search without matches', async () => {
    const calls = [sampleCall(1), sampleCall(2)];
    const { screen } = await renderConsole(
      <ActiveCallsList calls={calls} me={me} selected={null} onSelect={ignore} />,
    );
    const search = screen.getByRole('searchbox');

    await search.fill('第２工業');
    await expect.poll(() => rows(screen.container)).toEqual(['第2工業']);
    await search.fill('北浜');
    await screen.getByRole('button', { name: '条件を解除' }).click();

    await expect.poll(() => rows(screen.container)).toEqual(['第1工業', '第2工業']);
  });

  it('filters by status', async () => {
    const calls = [sampleCall(1), sampleCall(2, { status: 'ringing' })];
    const { screen } = await renderConsole(
      <ActiveCallsList calls={calls} me={me} selected={null} onSelect={ignore} />,
    );

    await screen.getByRole('combobox', { name: '状態' }).selectOptions('発信中');

    await expect.poll(() => rows(screen.container)).toEqual(['第2工業']);
  });

  it('moves through the calls with J and K and to the search with /, but not while a field has the focus', async () => {
    const calls = [sampleCall(1), sampleCall(2), sampleCall(3)];
    const chosen: string[] = [];
    const { screen } = await renderConsole(
      <ActiveCallsList
        calls={calls}
        me={me}
        selected={sampleCall(2).id}
        onSelect={(id) => chosen.push(id)}
      />,
    );

    await userEvent.keyboard('jk/j');

    expect(chosen).toEqual([sampleCall(3).id, sampleCall(1).id]);
    await expect.element(screen.getByRole('searchbox')).toHaveFocus();
    await expect.element(screen.getByRole('searchbox')).toHaveValue('j');
  });

  it('leaves single letters alone when they are switched off', async () => {
    const chosen: string[] = [];
    await renderConsole(
      <ActiveCallsList calls={[sampleCall(1)]} me={me} selected={null} onSelect={(id) => chosen.push(id)} />,
      { preferences: { singleKeys: false } },
    );

    await userEvent.keyboard('j');

    expect(chosen).toEqual([]);
  });

  it('draws only the rows in sight of a thousand calls, and tells screen readers of all of them', async () => {
    const calls = Array.from({ length: 1_000 }, (_, number) => sampleCall(number));

    const { screen } = await renderConsole(
      <ActiveCallsList calls={calls} me={me} selected={null} onSelect={ignore} />,
    );

    await expect.element(screen.getByText('1,000件')).toBeVisible();
    expect(rows(screen.container).length).toBeLessThan(60);
    expect(screen.container.querySelector('li')?.getAttribute('aria-setsize')).toBe('1000');
  });

  it('does not say that there is no call while the server cannot be asked', async () => {
    const { screen, platform } = await renderConsole(
      <ActiveCallsList calls={[]} me={me} selected={null} onSelect={ignore} />,
    );

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByText('進行中の通話を確かめられません')).toBeVisible();
    await expect.element(screen.getByText('進行中の通話はありません')).not.toBeInTheDocument();
  });

  it('teaches what will appear when there is no call', async () => {
    const { screen } = await renderConsole(
      <ActiveCallsList calls={[]} me={me} selected={null} onSelect={ignore} />,
    );

    await expect.element(screen.getByText('進行中の通話はありません')).toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: '顧客を選ぶ' }))
      .toHaveAttribute('href', '/customers');
  });
});

function rows(container: Element): string[] {
  return [...container.querySelectorAll('li')].map((row) => /第\d+工業/.exec(row.textContent)?.[0] ?? '');
}
