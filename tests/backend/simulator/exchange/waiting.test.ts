import { describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { type Answer, type Bench, createBench, type Form } from '../support/bench.ts';
import { createTestPhone, type TestPhone } from '../support/test-phone.ts';

function waitAlone(
  form: Form,
  answer: Answer = () => undefined,
): { bench: Bench; agent: TestPhone } & Disposable {
  const agent = createTestPhone();
  const bench = createBench({ softphones: () => agent, answer });
  void bench.post('/Conferences/room/Participants.json', {
    From: simulatedAccount.callerNumber,
    To: 'client:agent-1',
    Label: 'agent-1',
    ConferenceStatusCallback: 'https://app.test/conference',
    ConferenceStatusCallbackEvent: ['start', 'join', 'leave'],
    ...form,
  });
  return { bench, agent, [Symbol.dispose]: () => bench[Symbol.dispose]() };
}

const heardBy = (bench: Bench): string[] => bench.leg('agent-1')?.heard.map(({ what }) => what.text) ?? [];

describe('who waits for a conference to start', () => {
  it('hears nothing with an empty waitUrl', async () => {
    using waiting = waitAlone({ WaitUrl: '' });
    await waiting.bench.event('participant-join');

    await waiting.bench.pass(5_000);

    expect(heardBy(waiting.bench)).toEqual([]);
  });

  it('hears Twilio’s music without one', async () => {
    using waiting = waitAlone({});

    await waiting.bench.until(() => heardBy(waiting.bench).length > 0);

    expect(heardBy(waiting.bench)).toEqual(['hold-music']);
  });

  it('hears the document of the waitUrl, redirects followed, until the conference starts', async () => {
    using waiting = waitAlone({ WaitUrl: 'https://app.test/wait' }, ({ path }) => {
      if (path === '/wait') return '<Say>お待ちください。</Say><Redirect>/wait-more</Redirect>';
      return path === '/wait-more' ? '<Say loop="0">もう少々お待ちください。</Say>' : undefined;
    });
    await waiting.bench.until(() => waiting.agent.heard.length > 2);

    await waiting.bench.post('/Conferences/room/Participants.json', {
      From: simulatedAccount.callerNumber,
      To: 'client:agent-2',
      Label: 'agent-2',
    });
    await waiting.bench.event('conference-start');
    const heard = heardBy(waiting.bench).length;
    await waiting.bench.pass(5_000);

    expect(heardBy(waiting.bench).slice(0, 2)).toEqual(['お待ちください。', 'もう少々お待ちください。']);
    expect(heardBy(waiting.bench)).toHaveLength(heard);
  });

  it.each([
    ['cannot be had', 11200, (): Response => new Response(null, { status: 404 })],
    ['does more than play', 12100, (): string => '<Gather/>'],
  ])('is not connected when the document %s', async (_, code, answer) => {
    using waiting = waitAlone({ WaitUrl: 'https://app.test/wait' }, ({ path }) =>
      path === '/wait' ? answer() : undefined,
    );

    await waiting.bench.event('participant-leave');

    expect(waiting.agent.isOver()).toBe(true);
    expect(waiting.bench.observe().errors).toMatchObject([{ code }]);
  });
});
