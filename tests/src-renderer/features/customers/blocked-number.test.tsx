import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Role } from '../../../../backend/contract/vocabulary.ts';
import { BlockedNumber } from '../../../../src-renderer/features/customers/blocked-number.tsx';
import { queryKeys } from '../../../../src-renderer/platform/query-keys.ts';
import { type Answers, json, refused } from '../../support/fake-server.ts';
import { pressTwice } from '../../support/press-twice.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCustomer, sampleSession, sampleStatus } from '../../support/samples.ts';

const customer = sampleCustomer(1, { doNotCall: true });
const lift = `POST /api/customers/${customer.id}/block/lift`;

function answersFor(role: Role, block: object = {}): Answers {
  return {
    'GET /api/session': () => json(sampleSession({ role })),
    'GET /api/agents': () =>
      json({
        agents: [sampleStatus(), sampleStatus({ agentId: 'megumi', name: '佐々木 恵', role: 'admin' })],
      }),
    [`GET /api/customers/${customer.id}/block`]: () =>
      json({
        reason: 'rejection',
        since: '2026-11-19T05:30:00.000Z',
        callId,
        addedBy: null,
        liftableBy: 'admin',
        ...block,
      }),
    [lift]: () => json({ ...customer, doNotCall: false }),
  };
}

describe('BlockedNumber', () => {
  it('says why the number cannot be called, since when, and by which call', async () => {
    const { screen } = await renderConsole(<BlockedNumber customer={customer} />, {
      answers: answersFor('agent'),
    });

    await expect.element(screen.getByText('通話で断られました。')).toBeVisible();
    await expect.element(screen.getByRole('time')).toHaveAttribute('datetime', '2026-11-19T05:30:00.000Z');
    await expect
      .element(screen.getByRole('link', { name: 'その通話を開く' }))
      .toHaveAttribute('href', `/history/${callId}`);
  });

  it('names whom an agent can ask', async () => {
    const { screen } = await renderConsole(<BlockedNumber customer={customer} />, {
      answers: answersFor('agent'),
    });

    await expect.element(screen.getByText('佐々木 恵さんにご相談ください')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '発信禁止を解除' })).not.toBeInTheDocument();
  });

  it('lets an admin lift the block for a reason', async () => {
    const { screen, server, cache, platform } = await renderConsole(<BlockedNumber customer={customer} />, {
      answers: answersFor('admin'),
    });

    await screen.getByRole('button', { name: '発信禁止を解除' }).click();
    await expect.element(screen.getByLabelText('解除の理由')).toHaveFocus();
    await userEvent.keyboard('先方から連絡があった{Enter}');

    await expect
      .poll(() => cache.getQueryData(queryKeys.customer(customer.id)))
      .toMatchObject({ doNotCall: false });
    expect(server.requests.at(-1)).toMatchObject({
      method: 'POST',
      body: { reason: '先方から連絡があった' },
    });
    expect(platform.toasts.getState()).toMatchObject([{ tone: 'done', text: '発信禁止を解除しました' }]);
  });

  it('lets an agent lift the block of a number to practise with', async () => {
    const { screen } = await renderConsole(<BlockedNumber customer={customer} />, {
      answers: answersFor('agent', { liftableBy: 'agent' }),
    });

    await expect.element(screen.getByRole('button', { name: '発信禁止を解除' })).toBeEnabled();
  });

  it('wants a reason', async () => {
    const { screen, server } = await renderConsole(<BlockedNumber customer={customer} />, {
      answers: answersFor('admin'),
    });

    await screen.getByRole('button', { name: '発信禁止を解除' }).click();
    await screen.getByRole('button', { name: '解除する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('理由を500文字以内で入力してください');
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('asks once, however often it is pressed', async () => {
    const { screen, server } = await renderConsole(<BlockedNumber customer={customer} />, {
      answers: { ...answersFor('admin'), [lift]: () => new Promise<Response>(() => undefined) },
    });

    await screen.getByRole('button', { name: '発信禁止を解除' }).click();
    await screen.getByLabelText('解除の理由').fill('先方から連絡があった');
    pressTwice(screen.getByRole('button', { name: '解除する' }));

    await expect.element(screen.getByRole('button', { name: '解除しています' })).toBeDisabled();
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('says in words why it could not be lifted', async () => {
    const { screen } = await renderConsole(<BlockedNumber customer={customer} />, {
      answers: { ...answersFor('admin'), [lift]: () => refused('changed-elsewhere') },
    });

    await screen.getByRole('button', { name: '発信禁止を解除' }).click();
    await screen.getByLabelText('解除の理由').fill('先方から連絡があった');
    await screen.getByRole('button', { name: '解除する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('ほかの画面で変更されました');
  });
});
