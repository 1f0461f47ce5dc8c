import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presenceLogSchema } from '../../../backend/contract/presence-log.ts';
import type { SignedIn } from '../../support/api.ts';
import { createTeamBench, type TeamBench } from '../../support/team-bench.ts';

let bench: TeamBench;
let admin: SignedIn;
let suzuki: SignedIn;
let from: string;

beforeEach(async () => {
  bench = createTeamBench();
  admin = await bench.api.signedIn('kimura', 'admin');
  suzuki = await bench.api.signedIn('suzuki', 'agent');
  bench.agents.change(suzuki.agentId, { phoneNumber: '+81312345678', phoneVerified: true });
  bench.presence.refresh(suzuki.agentId);
  bench.api.clock.pass(10);
  from = bench.api.clock.now().toISOString();
  await admin.send('PUT', `/api/agents/${suzuki.agentId}/status`, { presence: 'busy', reason: 'meeting' });
  bench.api.clock.pass(10);
  await suzuki.send('PUT', '/api/agents/status', { presence: 'available' });
  bench.api.clock.pass(10);
});

afterEach(() => bench[Symbol.dispose]());

function period(): string {
  return `${new URLSearchParams({ from, to: bench.api.clock.now().toISOString() })}`;
}

describe('the log of presence', () => {
  it('has each change of the period with its reason and who made it, the newest first', async () => {
    const response = await suzuki.get(`/api/agents/presence-log?${period()}`);

    expect(presenceLogSchema.parse(await response.json())).toMatchObject({
      agent: { id: suzuki.agentId, name: 'suzuki' },
      changes: [
        { from: 'busy', to: 'available', reason: null, by: { name: 'suzuki' } },
        { from: 'available', to: 'busy', reason: 'meeting', by: { name: 'kimura' } },
      ],
      complete: true,
    });
  });

  it('is shown to an admin of anybody, to an agent of nobody else', async () => {
    const path = `/api/agents/${suzuki.agentId}/presence-log?${period()}`;

    const seen = [await admin.get(path), await suzuki.get(path)];

    expect(seen.map(({ status }) => status)).toEqual([200, 403]);
    expect((await admin.get(`/api/agents/nobody/presence-log?${period()}`)).status).toBe(404);
  });
});
