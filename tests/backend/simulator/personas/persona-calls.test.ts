import { describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { createMixer } from '../../../../backend/simulator/media/mixer.ts';
import { type PersonaId, personaNumber } from '../../../../backend/simulator/personas/numbers.ts';
import { personaOf } from '../../../../backend/simulator/personas/personas.ts';
import { type Bench, type BenchOptions, createBench } from '../support/bench.ts';
import { createTestPhone, type TestPhone } from '../support/test-phone.ts';

interface Visit extends Disposable {
  readonly bench: Bench;
  /** Alone with the persona in a conference. */
  readonly agent: TestPhone;
}

function visit(persona: PersonaId, options: BenchOptions = {}): Visit {
  const agent = createTestPhone();
  const bench = createBench({ ...options, softphones: () => agent });
  const invite = (label: string, to: string): Promise<unknown> =>
    bench.post('/Conferences/room/Participants.json', {
      From: simulatedAccount.callerNumber,
      To: to,
      Label: label,
      WaitUrl: '',
      StatusCallback: `https://app.test/status?leg=${label}`,
      StatusCallbackEvent: ['ringing', 'answered', 'completed'],
    });
  void invite('agent', 'client:agent').then(() => invite('customer', personaNumber(persona)));
  return { bench, agent, [Symbol.dispose]: () => bench[Symbol.dispose]() };
}

const statusOf = ({ bench }: Visit): string | undefined => bench.leg('customer')?.status;

describe('a call to a persona', () => {
  it('is greeted by whoever has the number that was called', async () => {
    const number = personaNumber('absent');
    const yunagi = { company: '株式会社ゆうなぎ造船', person: '福田 航', department: '人事部' };
    using call = visit('absent', { directory: (called) => (called === number ? yunagi : null) });

    await call.bench.until(() => call.agent.heard.length === 1);

    expect(call.agent.heard).toEqual(['はい、ゆうなぎ造船でございます。']);
  });

  it('is greeted, answered in turn, and taken leave of', async () => {
    using call = visit('absent');
    await call.bench.until(() => call.agent.heard.length === 1);
    await call.bench.pass(3_000);

    call.agent.say('ご担当者様はいらっしゃいますか。', 2_000);
    await call.bench.until(() => call.agent.heard.length === 2);
    await call.bench.pass(6_000);
    call.agent.say('改めてお電話いたします。失礼いたします。', 2_000);
    await call.bench.until(() => statusOf(call) === 'completed');

    expect(call.agent.heard).toEqual([
      'お電話ありがとうございます。',
      '申し訳ございません、担当の者は本日外出しております。',
      '失礼いたします。',
    ]);
  });

  it('waits for the end of what it is told before it speaks', async () => {
    using call = visit('absent');
    await call.bench.until(() => call.agent.heard.length === 1);
    await call.bench.pass(3_000);

    call.agent.say('えー、', 2_000);
    await call.bench.pass(1_800);
    call.agent.say('ご担当者様はいらっしゃいますか。', 3_000);
    await call.bench.until(() => call.agent.heard.length === 2);

    const leg = call.bench.leg('customer');
    const lastHeard = leg?.heard.at(-1);
    const lastSaid = leg?.said.at(-1);
    expect(Date.parse(lastSaid?.from ?? '') - Date.parse(lastHeard?.to ?? '')).toBeGreaterThanOrEqual(600);
  });

  it('answers a long speech instead of asking whether anybody is there', async () => {
    using call = visit('absent');
    await call.bench.until(() => call.agent.heard.length === 1);
    await call.bench.pass(3_000);

    call.agent.say('お世話になっております。ご担当者様はいらっしゃいますでしょうか。', 14_000);
    await call.bench.until(() => call.agent.heard.length === 2);

    expect(call.agent.heard[1]).toBe('申し訳ございません、担当の者は本日外出しております。');
  });

  it('reaches a person behind a menu by its key', async () => {
    using call = visit('ivr');
    await call.bench.until(() => call.agent.heard.length === 1);
    await call.bench.pass(9_000);

    call.agent.press('1');
    await call.bench.until(() => call.agent.heard.length === 2);

    expect(call.agent.heard[1]).toBe('お電話ありがとうございます。');
  });

  it.each([
    ['busy-line', 'busy'],
    ['invalid-number', 'failed'],
    ['no-answer', 'ringing'],
    ['hangs-up-early', 'completed'],
  ] as const)('comes to nothing with %s: %s', async (persona, status) => {
    using call = visit(persona);

    await call.bench.until(() => statusOf(call) === status);

    expect(call.agent.heard).toEqual([]);
  });

  it('fails for a number that nobody has', async () => {
    using bench = createBench();

    await bench.post('/Calls.json', {
      From: simulatedAccount.callerNumber,
      To: '+81399999999',
      Twiml: '<Response/>',
      StatusCallback: 'https://app.test/status',
    });

    const { parameters } = await bench.webhook(({ path }) => path === '/status');
    expect(parameters['CallStatus']).toBe('failed');
  });

  it('sounds at its own pitch to the others in the conference', async () => {
    using mixer = createMixer();
    using call = visit('puts-through', { speed: 4, mixer });
    await call.bench.until(() => call.agent.heard.length === 1);

    const sound = await call.bench.until(() => {
      const heard = call.bench.leg('agent')?.sound?.heard;
      return heard !== undefined && heard.levelDb > -30 && heard;
    });

    const { pitchHz } = personaOf('puts-through');
    expect(Math.abs((sound.frequencyHz ?? 0) - pitchHz)).toBeLessThanOrEqual(10);
  });
});
