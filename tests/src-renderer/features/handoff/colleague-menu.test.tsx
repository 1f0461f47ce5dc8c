import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import { ColleagueMenu } from '../../../../src-renderer/features/handoff/colleague-menu.tsx';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleHandoff, sampleStatus } from '../../support/samples.ts';

const me = agentIdSchema.parse('misaki');
const agents = [
  sampleStatus(),
  sampleStatus({ agentId: 'daisuke', name: '田中', presence: 'on-call' }),
  sampleStatus({ agentId: 'kenta', name: '鈴木' }),
];
const answers = {
  'GET /api/agents': () => json({ agents }),
  [`POST /api/calls/${callId}/handoff`]: () => json(sampleHandoff(), 202),
};

describe('ColleagueMenu', () => {
  it('offers the call to a colleague who is free', async () => {
    const { screen, server } = await renderConsole(<ColleagueMenu callId={callId} me={me} />, { answers });

    await screen.getByRole('button', { name: 'ほかの社員へつなぐ' }).click();
    await screen.getByRole('menuitem', { name: /鈴木/ }).click();

    await expect.poll(() => server.requests.at(-1)?.body).toEqual({ toAgentId: 'kenta' });
  });

  it('names the others with the reason, and not the agent', async () => {
    const { screen } = await renderConsole(<ColleagueMenu callId={callId} me={me} />, { answers });

    await screen.getByRole('button', { name: 'ほかの社員へつなぐ' }).click();

    const busy = screen.getByRole('menuitem', { name: '田中 通話中' });
    await expect.element(busy).toHaveAttribute('aria-disabled', 'true');
    await expect.element(screen.getByRole('menuitem', { name: /佐藤/ })).not.toBeInTheDocument();
  });
});
