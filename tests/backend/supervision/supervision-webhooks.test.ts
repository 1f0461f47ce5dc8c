import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, CallId, LegId } from '../../../backend/contract/ids.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('a supervision of which the carrier tells twice, late, or not as it should', () => {
  let bench: HandoffBench;
  let admin: AgentId;
  let callId: CallId;
  let legId: LegId;

  beforeEach(() => {
    bench = createHandoffBench();
    admin = bench.agent('admin', 'admin');
    const clientId = bench.connect(admin);
    callId = bench.answeredCall();
    const viewer = { id: admin, role: 'admin' } as const;
    legId = bench.flow.supervision.start(viewer, callId, { mode: 'listen', clientId }).legId;
  });

  afterEach(() => bench[Symbol.dispose]());

  function audited(): readonly string[] {
    return bench.database.query
      .select()
      .from(audit)
      .all()
      .map(({ action }) => action);
  }

  function supervisions() {
    return bench.flow.supervision.visibleTo({ id: admin, role: 'admin' });
  }

  it('is there once and gone once', () => {
    bench.joined(legId);
    bench.joined(legId);
    const during = supervisions();
    bench.ended(legId);
    bench.ended(legId);
    bench.joined(legId);

    expect(during).toMatchObject([{ state: 'present', mode: 'listen' }]);
    expect(supervisions()).toEqual([]);
    expect(audited()).toEqual(['supervision-started', 'supervision-ended']);
  });

  it('hangs up on a supervisor of whom nobody knows who hears them', () => {
    bench.joined(legId);
    const heardBy = { type: 'everybody' } as const;
    const command = {
      type: 'supervise-leg',
      legId,
      legRef: `CA ${legId}`,
      conferenceRef: 'CF',
      heardBy,
    } as const;

    bench.database.transaction(() =>
      bench.flow.onCarrierOutcome(command, { type: 'refused', reason: 'carrier', detail: 'HTTP 400' }),
    );

    expect(supervisions()).toEqual([]);
    expect(bench.commands(callId).at(-1)).toMatchObject({ type: 'remove-leg', legId });
  });

  it('hangs up on one who comes after they left', () => {
    bench.flow.supervision.leave({ id: admin, role: 'admin' }, callId);

    bench.joined(legId);

    expect(bench.commands(callId).at(-1)).toMatchObject({ type: 'hang-up', legId });
  });
});
