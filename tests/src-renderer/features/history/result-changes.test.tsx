import { describe, expect, it } from 'vitest';
import { ResultChanges } from '../../../../src-renderer/features/history/result-changes.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall } from '../../support/samples.ts';

const path = `GET /api/calls/${callId}/result-changes`;
const call = sampleCall(1, { status: 'completed', result: 'success' });
const nothingNext = { kind: 'none', at: null };
const change = {
  at: '2026-11-20T02:00:00.000Z',
  by: { id: 'kenta', name: '鈴木' },
  before: { result: 'absent', resultReason: 'absent', nextAction: nothingNext, note: '会議中' },
  after: { result: 'success', resultReason: 'decided-by-agent', nextAction: nothingNext, note: '面談決定' },
};

describe('ResultChanges', () => {
  it('tells who changed the result, and from what to what', async () => {
    const { screen } = await renderConsole(<ResultChanges call={call} />, {
      answers: { [path]: () => json({ changes: [change] }) },
    });

    const row = screen.getByRole('listitem');
    await expect.element(row).toHaveTextContent('鈴木さんが変更成功面談決定変更前不在会議中');
  });

  it('is not there where nobody changed anything', async () => {
    const { screen, server } = await renderConsole(<ResultChanges call={call} />, {
      answers: { [path]: () => json({ changes: [] }) },
    });

    await expect.poll(() => server.requests.length).toBe(1);
    await expect.element(screen.getByRole('region')).not.toBeInTheDocument();
  });

  it('says that the changes could not be loaded', async () => {
    const { screen } = await renderConsole(<ResultChanges call={call} />, {
      answers: { [path]: () => refused('internal', 500) },
    });

    await expect.element(screen.getByText('変更の記録を読み込めませんでした。')).toBeVisible();
  });

  it('asks again when there is another result', async () => {
    const { screen, server, rerender } = await renderConsole(<ResultChanges call={call} />, {
      answers: { [path]: () => json({ changes: [] }) },
    });
    await expect.poll(() => server.requests.length).toBe(1);

    server.answer({ [path]: () => json({ changes: [change] }) });
    await rerender(<ResultChanges call={{ ...call, note: '面談決定' }} />);

    await expect.element(screen.getByRole('listitem')).toBeVisible();
  });
});
