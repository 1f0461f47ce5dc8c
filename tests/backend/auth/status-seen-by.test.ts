import { describe, expect, it } from 'vitest';
import { statusSeenBy } from '../../../backend/auth/visibility.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { createEventHub } from '../../../backend/realtime/event-hub.ts';
import { createHandoffBench } from '../../support/handoff-bench.ts';

describe('statusSeenBy', () => {
  it.each([
    ['suzuki', 'agent', true],
    ['chief', 'admin', true],
    ['tanaka', 'agent', false],
  ] as const)('says on which call an agent is only to them and to admins: %s, %s', (name, role, knows) => {
    using bench = createHandoffBench();
    const suzuki = bench.agent('suzuki');
    const callId = bench.dialledCall(suzuki, bench.connect(suzuki));
    const status = { ...bench.team.presence.statusOf(suzuki), activeCallId: callId };

    const seen = statusSeenBy({ id: agentIdSchema.parse(name), role }, status);

    expect(seen).toEqual({ ...status, activeCallId: knows ? callId : null });
  });

  it('holds for the events that are sent to everybody', () => {
    using bench = createHandoffBench();
    const suzuki = bench.agent('suzuki');
    const callId = bench.answeredCall();
    bench.request(callId, 'connect');
    const desk = bench.connect(suzuki);
    bench.database.transaction(() => bench.flow.requests.press({ id: suzuki, role: 'agent' }, callId, desk));
    const frames: string[] = [];

    using hub = createEventHub(bench.database, bench.stores.events, () => undefined);
    const viewer = { id: agentIdSchema.parse('tanaka'), role: 'agent' } as const;
    hub.subscribe({ viewer, send: (frame) => frames.push(frame) }, 0);

    const statuses = frames.filter((frame) => frame.includes('"presence":"on-call"'));
    expect(statuses.length).toBeGreaterThan(0);
    expect(statuses.join()).not.toContain(`"activeCallId":"${callId}"`);
  });
});
