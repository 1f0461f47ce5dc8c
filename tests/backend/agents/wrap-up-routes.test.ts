import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import type { SignedIn } from '../../support/api.ts';
import { profileIn } from '../../support/team-answers.ts';
import { createTeamBench, type TeamBench } from '../../support/team-bench.ts';

let bench: TeamBench;
let suzuki: SignedIn;

beforeEach(async () => {
  bench = createTeamBench();
  suzuki = await bench.api.signedIn('suzuki', 'agent');
});

afterEach(() => bench[Symbol.dispose]());

describe('POST /api/agents/wrap-up', () => {
  beforeEach(() => {
    bench.agents.change(suzuki.agentId, { phoneNumber: '+81312345678', phoneVerified: true });
    bench.presence.refresh(suzuki.agentId);
    bench.presence.callEnded(suzuki.agentId, true);
  });

  function secondsLeft({ status }: AgentProfile): number | null {
    if (status.wrapUpUntil === null) return null;
    return (Date.parse(status.wrapUpUntil) - bench.api.clock.now().getTime()) / 1_000;
  }

  it('lasts as long as the team set it, and a minute longer each time that is asked for', async () => {
    const before = await profileIn(await suzuki.get('/api/agents/profile'));

    const after = await profileIn(await suzuki.send('POST', '/api/agents/wrap-up/extend', {}));

    expect([before.status.presence, secondsLeft(before), secondsLeft(after)]).toEqual(['wrap-up', 30, 90]);
  });

  it('lasts a quarter of an hour from now at most', async () => {
    for (let press = 0; press < 20; press += 1) await suzuki.send('POST', '/api/agents/wrap-up/extend', {});

    const { status } = await suzuki.send('POST', '/api/agents/wrap-up/extend', {});
    const profile = await profileIn(await suzuki.get('/api/agents/profile'));

    expect([status, secondsLeft(profile)]).toEqual([200, 900]);
  });

  it('is over when the agent says so, and cannot be extended then', async () => {
    const finished = await profileIn(await suzuki.send('POST', '/api/agents/wrap-up/finish', {}));
    const extended = await suzuki.send('POST', '/api/agents/wrap-up/extend', {});

    expect(finished.status).toMatchObject({ presence: 'available', wrapUpUntil: null });
    expect(extended.status).toBe(409);
  });
});
