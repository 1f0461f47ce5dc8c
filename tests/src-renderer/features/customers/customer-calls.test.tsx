import { describe, expect, it } from 'vitest';
import { agentIdSchema, customerIdSchema } from '../../../../backend/contract/ids.ts';
import { CustomerCalls } from '../../../../src-renderer/features/customers/customer-calls.tsx';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { idOf, sampleCall } from '../../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const customerId = customerIdSchema.parse(idOf('customer', 1));

describe('CustomerCalls', () => {
  it('marks a result that the agent has still to confirm as a draft, as the history does', async () => {
    const mine = { status: 'completed', result: 'success', owner: { id: me, name: '佐藤' } };
    const draft = sampleCall(1, { ...mine, resultConfirmed: false });
    const confirmed = sampleCall(2, { ...mine, resultConfirmed: true });

    const { screen } = await renderConsole(<CustomerCalls customerId={customerId} me={me} />, {
      answers: {
        'GET /api/calls/history': () => json({ calls: [draft, confirmed], next: null }),
      },
    });

    await expect.element(screen.getByRole('link').nth(0)).toHaveTextContent(/成功下書き/);
    await expect.element(screen.getByRole('link').nth(1)).not.toHaveTextContent('下書き');
  });
});
