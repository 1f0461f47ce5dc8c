import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createComparisonBench } from '../../support/comparison-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

describe('the comparison of open calls with the carrier', () => {
  const bench = ofEachTest(createComparisonBench);

  /** The pass with which it starts is over, and of the call it is not settled yet that somebody is heard. */
  async function settled() {
    let requests = 0;
    let answering = Promise.resolve();
    let answer: () => void = () => undefined;
    const comparison = bench().start(async () => {
      requests += 1;
      await answering;
      return bench().carrier.present;
    });
    await vi.waitFor(() => expect(bench().asked.length).toBe(2));
    onTestFinished(async () => {
      answer();
      await comparison[Symbol.asyncDispose]();
    });
    bench().carrier.mixed = null;
    bench().clock.pass(3);
    bench().stores.timers.cancel(`arrival-overdue:${bench().callId}`);
    requests = 0;
    return {
      comparison,
      /** From now on the carrier takes its time. */
      hang(): void {
        answering = new Promise((resolve) => {
          answer = resolve;
        });
      },
      answer: () => answer(),
      requests: () => requests,
    };
  }

  it('finds nothing to do where both say the same', async () => {
    const before = [bench().call(), bench().legs(), bench().sent()];

    await bench().compare();

    expect([bench().call(), bench().legs(), bench().sent()]).toEqual(before);
  });

  it('asks of one call while another is slow, of customers who are on the line before those who are rung', async () => {
    bench().begunCall();
    bench().answeredCall();
    bench().clock.pass(61);
    let answer: () => void = () => undefined;
    const slow = new Promise<null>((resolve) => {
      answer = () => resolve(null);
    });

    const pass = bench().start(async () => {
      bench().asked.push('who is there');
      return slow;
    });
    const before = [...bench().asked];
    answer();
    await pass[Symbol.asyncDispose]();

    expect(before).toEqual(['who is there', 'who is there', 'customer']);
  });

  it('looks at one call when it is told to, and sees to it that this is done again while nothing is settled', async () => {
    const { comparison, hang, answer } = await settled();
    hang();
    comparison.lookAt(bench().callId);
    bench().stores.timers.cancel(`arrival-overdue:${bench().callId}`);

    answer();

    await vi.waitFor(() =>
      expect(bench().stores.timers.dueAt(`arrival-overdue:${bench().callId}`)).not.toBeNull(),
    );
  });

  it('has the next look set before the carrier has answered this one', async () => {
    const { comparison, hang } = await settled();
    hang();

    comparison.lookAt(bench().callId);

    expect(bench().stores.timers.dueAt(`arrival-overdue:${bench().callId}`)).not.toBeNull();
  });

  it('asks of one call twice at most while the carrier does not answer, and goes on once it does', async () => {
    const { comparison, hang, answer, requests } = await settled();
    hang();

    for (let look = 0; look < 20; look += 1) comparison.lookAt(bench().callId);
    const meanwhile = requests();
    answer();
    await vi.waitFor(() => expect(bench().asked.length).toBe(6));
    comparison.lookAt(bench().callId);

    expect([meanwhile, requests()]).toEqual([2, 3]);
  });

  it('logs a look that the database does not let happen, and goes on', async () => {
    const { comparison } = await settled();
    bench().database.query.run(sql`drop table timers`);

    comparison.lookAt(bench().callId);

    await vi.waitFor(() =>
      expect(bench().kept.lines).toMatchObject([
        { msg: 'a call could not be looked at', callId: bench().callId },
      ]),
    );
  });

  it('ends at the carrier what goes on of a call that is over, and leaves what is not ours', async () => {
    bench().ended(bench().leg('customer').id);
    bench().clock.pass(3_600);
    const ours = { conferenceRef: 'CF stray', name: bench().call()?.conferenceName ?? '' };
    bench().carrier.live = [ours, { conferenceRef: 'CF other', name: 'of another program' }];
    const before = bench().sent().length;

    const pass = bench().start();
    await vi.waitFor(() => expect(bench().sent().length).toBeGreaterThan(before));
    await pass[Symbol.asyncDispose]();

    expect(bench().sent().slice(before)).toEqual([{ type: 'end-conference', conferenceRef: 'CF stray' }]);
  });

  it('goes on with the next call when one cannot be compared', async () => {
    bench().clock.pass(1);
    const next = bench().answeredCall();
    const refs = bench()
      .stores.legs.ofCall(next)
      .map(({ carrierRef }) => carrierRef);
    let times = 0;

    const pass = bench().start(async () => {
      times += 1;
      if (times === 1) throw new Error('a defect');
      return bench().carrier.present;
    });
    await vi.waitFor(() => expect(bench().asked).toEqual(refs));
    await pass[Symbol.asyncDispose]();

    expect(bench().kept.lines).toMatchObject([
      { msg: 'a call could not be compared with the carrier', callId: bench().callId },
    ]);
  });

  it('forgets a call that has been over for long', async () => {
    bench().database.transaction(() => bench().flow.ending.end(bench().callId, { type: 'ended-by-agent' }));
    bench().clock.pass(301);

    await bench().compare();

    expect(bench().asked).toEqual([]);
  });

  it('changes nothing while the carrier does not answer', async () => {
    bench().carrier.present = null;
    bench().carrier.legs.set(bench().refOf('customer'), { type: 'unknown' });
    bench().carrier.legs.set(bench().refOf('ai'), { type: 'unknown' });
    const before = [bench().call(), bench().legs(), bench().sent()];

    await bench().compare();

    expect([bench().call(), bench().legs(), bench().sent()]).toEqual(before);
  });
});
