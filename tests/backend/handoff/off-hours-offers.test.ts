import { beforeEach, describe, expect, it } from 'vitest';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { createDeskBench } from '../../support/desk-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

const bench = ofEachTest(createDeskBench);
let mori: AgentId;

/** In a minute, at 10:01, Suzuki goes home. */
beforeEach(() => {
  const day = { from: 9 * 60, to: 10 * 60 + 1 };
  bench().stores.agents.change(bench().suzuki, {
    timeZone: 'Asia/Tokyo',
    workingHours: [day, day, day, day, day, day, day],
    worksOnHolidays: true,
  });
  mori = bench().agent('mori', 'agent', 5);
  bench().connect(mori, 2);
  bench().team.presence.refreshAll();
});

function goHome(): void {
  bench().pass(8);
  bench().team.presence.refreshAll();
}

describe('an offer that is open when the working hours end', () => {
  it('is withdrawn, and the next is asked', () => {
    bench().pass(55);
    const callId = bench().waitingCall();

    goHome();

    expect(bench().offers(callId)).toEqual(['suzuki best withdrawn', 'mori best open']);
  });

  it('is withdrawn in the last step, too', () => {
    bench().team.presence.choose(mori, { presence: 'busy', reason: 'break' });
    bench().pass(40);
    const callId = bench().waitingCall();
    bench().pass(15);
    const before = bench().offers(callId);

    goHome();

    expect(before).toEqual(['suzuki best expired', 'suzuki last open']);
    expect(bench().offers(callId)).toEqual(['suzuki best expired', 'suzuki last withdrawn']);
  });

  it('is theirs who say yes before it is noticed', () => {
    bench().pass(55);
    const callId = bench().waitingCall();
    bench().pass(6);

    bench().accept(bench().suzuki, bench().desk);
    bench().team.presence.refreshAll();

    expect(bench().handoff(callId)).toMatchObject({ status: 'joining', agent: { id: 'suzuki' } });
  });

  it('stands where a colleague wants them by name', () => {
    bench().pass(55);
    const callId = bench().answeredCall();
    bench().database.transaction(() =>
      bench().flow.requests.offerTo({ id: mori, role: 'admin' }, callId, bench().suzuki),
    );

    goHome();

    expect(bench().offers(callId)).toEqual(['suzuki named open']);
  });
});
