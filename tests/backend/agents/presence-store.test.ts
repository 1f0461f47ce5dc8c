import { describe, expect, it } from 'vitest';
import { agentPresence } from '../../../backend/db/schema/agents.ts';
import { createDeskBench } from '../../support/desk-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

describe('an absence that an earlier version let be chosen', () => {
  const bench = ofEachTest(createDeskBench);

  it('ends when the agent is back at their computer', () => {
    const { database, suzuki, team } = bench();
    const chosen = { chosen: 'busy', busyReason: 'asleep' } as const;
    database.query.update(agentPresence).set(chosen).run();
    team.presence.refresh(suzuki);
    const before = team.presence.statusOf(suzuki);

    team.presence.setAbsence(suzuki, null);

    expect(before).toMatchObject({ presence: 'busy', busyReason: 'asleep' });
    expect(team.presence.statusOf(suzuki)).toMatchObject({ presence: 'available', busyReason: null });
  });
});
