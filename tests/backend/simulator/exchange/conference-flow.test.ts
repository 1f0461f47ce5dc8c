import { describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { customerPhoneNumber, personaNumber } from '../../../../backend/simulator/personas/numbers.ts';
import { type Answer, type Bench, createBench, type Form } from '../support/bench.ts';
import { createTestPhone, type TestPhone } from '../support/test-phone.ts';

const everyEvent = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'announcement'];
const everyStatus = ['initiated', 'ringing', 'answered', 'completed'];

interface Room {
  readonly bench: Bench;
  readonly customer: TestPhone;
  readonly agent: TestPhone;
}

function room(answer: Answer = () => undefined, customer = createTestPhone()): Room & Disposable {
  const agent = createTestPhone();
  const bench = createBench({ customerPhone: customer, softphones: () => agent, answer });
  return { bench, customer, agent, [Symbol.dispose]: () => bench[Symbol.dispose]() };
}

function invite(bench: Bench, label: string, form: Form = {}): ReturnType<Bench['post']> {
  return bench.post('/Conferences/room/Participants.json', {
    From: simulatedAccount.callerNumber,
    To: label === 'customer' ? customerPhoneNumber : `client:${label}?legId=${label}`,
    Label: label,
    WaitUrl: '',
    Beep: 'false',
    StatusCallback: `https://app.test/status?leg=${label}`,
    StatusCallbackEvent: everyStatus,
    ConferenceStatusCallback: `https://app.test/conference?asked=${label}`,
    ConferenceStatusCallbackEvent: everyEvent,
    ...form,
  });
}

async function together({ bench }: Room): Promise<string> {
  const { body } = await invite(bench, 'customer');
  await bench.event('participant-join');
  await invite(bench, 'agent-1');
  await bench.event('conference-start');
  return String(body['conference_sid']);
}

const events = (bench: Bench): string[] =>
  bench.received.flatMap(({ parameters }) => parameters['StatusCallbackEvent'] ?? []);

describe('a conference', () => {
  it('is known to be the one that somebody was dialled for who was given up before they rang', async () => {
    using it = room();
    const { body } = await invite(it.bench, 'customer');

    await it.bench.post(`/Calls/${String(body['call_sid'])}.json`, { Status: 'canceled' });

    expect(it.bench.observe().legs).toMatchObject([{ label: 'customer', conference: 'room' }]);
  });

  it('starts with its second participant and reports in order to whom the first one named', async () => {
    using it = room();

    await together(it);

    const reports = it.bench.received.filter(({ path }) => path === '/conference');
    expect(
      reports.map(({ parameters }) => [parameters['SequenceNumber'], parameters['StatusCallbackEvent']]),
    ).toEqual([
      ['1', 'participant-join'],
      ['2', 'participant-join'],
      ['3', 'conference-start'],
    ]);
    expect(reports.every(({ url }) => url.endsWith('asked=customer'))).toBe(true);
  });

  it('tells a participant with every parameter that Twilio documents', async () => {
    using it = room();

    const sid = await together(it);

    const { parameters } = await it.bench.event('participant-join');
    expect(parameters).toEqual({
      AccountSid: simulatedAccount.accountSid,
      ConferenceSid: sid,
      FriendlyName: 'room',
      SequenceNumber: '1',
      StatusCallbackEvent: 'participant-join',
      Timestamp: expect.stringMatching(/^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000$/),
      CallSid: expect.stringMatching(/^CA[0-9a-f]{32}$/),
      ParticipantLabel: 'customer',
      Muted: 'false',
      Hold: 'false',
      Coaching: 'false',
      EndConferenceOnExit: 'false',
      StartConferenceOnEnter: 'true',
    });
  });

  it('lets nobody be heard before it starts', async () => {
    using it = room();
    await invite(it.bench, 'customer');
    await it.bench.event('participant-join');

    it.customer.say('もしもし。');
    await invite(it.bench, 'agent-1');
    await it.bench.event('conference-start');
    it.customer.say('どちら様ですか。');

    await it.bench.until(() => it.agent.heard.length > 0);
    expect(it.agent.heard).toEqual(['どちら様ですか。']);
  });

  it('mutes a participant from the start where that is asked, and later', async () => {
    using it = room();
    await invite(it.bench, 'customer');
    await it.bench.event('participant-join');
    const { body } = await invite(it.bench, 'agent-1', { Muted: 'true' });
    await it.bench.event('conference-start');
    const path = `/Conferences/${body['conference_sid']}/Participants/agent-1.json`;

    it.agent.say('聞こえません。');
    const unmuted = await it.bench.post(path, { Muted: 'false' });
    it.agent.say('お電話代わりました。');
    const muted = await it.bench.post(path, { Muted: 'true' });
    it.agent.say('聞こえません。');

    expect(it.customer.heard).toEqual(['お電話代わりました。']);
    expect([unmuted.body['muted'], muted.body['muted']]).toEqual([false, true]);
    await it.bench.event('participant-mute');
    expect(events(it.bench)).toContain('participant-unmute');
  });

  it('lets who comes back from hold hear the rest of a sentence, and none of its words', async () => {
    using it = room();
    const sid = await together(it);
    const path = `/Conferences/${sid}/Participants/customer.json`;
    await it.bench.post(path, { Hold: 'true' });
    it.agent.say('お世話になっております。つむぎ野の鈴木と申します。');

    await it.bench.post(path, { Hold: 'false' });

    expect(it.customer.heard).toEqual([]);
    const heard = it.bench.leg('customer')?.heard.map(({ what }) => what);
    expect(heard?.at(-1)).toEqual({ type: 'recording', text: 'the rest of a sentence' });
  });

  it('lets a held participant hear the hold document alone, again and again', async () => {
    using it = room(({ path }) =>
      path === '/hold' ? '<Say>少々お待ちください。</Say><Pause length="2"/>' : undefined,
    );
    const sid = await together(it);

    await it.bench.post(`/Conferences/${sid}/Participants/customer.json`, {
      Hold: 'true',
      HoldUrl: 'https://app.test/hold',
    });
    it.agent.say('聞こえていますか。');
    it.customer.say('もしもし。');
    const [first] = [await it.bench.webhook(({ path }) => path === '/hold', 1)];

    expect(first.method).toBe('GET');
    expect(it.customer.heard.slice(0, 2)).toEqual(['少々お待ちください。', '少々お待ちください。']);
    expect(it.customer.heard).not.toContain('聞こえていますか。');
    expect(it.agent.heard).toEqual([]);
  });

  it('lets a participant hear the conference again after the hold, and no more of the hold document', async () => {
    using it = room(({ path }) =>
      path === '/hold' ? '<Say loop="0">少々お待ちください。</Say>' : undefined,
    );
    const sid = await together(it);
    const path = `/Conferences/${sid}/Participants/customer.json`;
    await it.bench.post(path, { Hold: 'true', HoldUrl: 'https://app.test/hold' });
    await it.bench.until(() => it.customer.heard.length > 0);

    await it.bench.post(path, { Hold: 'false' });
    await it.bench.event('participant-unhold');
    it.agent.say('お待たせいたしました。');

    expect(it.customer.breakOffs()).toBeGreaterThan(0);
    expect(it.customer.heard.at(-1)).toBe('お待たせいたしました。');
  });

  it('lets one participant alone hear an announcement, beside the conference', async () => {
    using it = room(({ path }) => (path === '/announce' ? '<Say>担当者におつなぎします。</Say>' : undefined));
    const sid = await together(it);

    await it.bench.post(`/Conferences/${sid}/Participants/customer.json`, {
      AnnounceUrl: 'https://app.test/announce',
    });
    const ended = await it.bench.event('announcement-end');

    expect(it.customer.heard).toEqual(['担当者におつなぎします。']);
    expect(it.agent.heard).toEqual([]);
    expect(ended.parameters).toMatchObject({
      AnnounceUrl: 'https://app.test/announce',
      ParticipantLabel: 'customer',
    });
    expect(it.bench.received.find(({ path }) => path === '/announce')?.method).toBe('POST');
  });

  it('removes a participant over REST and hangs up on it', async () => {
    using it = room();
    const sid = await together(it);

    const removed = await it.bench.remove(`/Conferences/${sid}/Participants/agent-1.json`);

    const leave = await it.bench.event('participant-leave');
    expect(removed.status).toBe(204);
    expect(leave.parameters).toMatchObject({
      ParticipantLabel: 'agent-1',
      ReasonParticipantLeft: 'participant_updated_via_api',
    });
    expect(it.agent.isOver()).toBe(true);
    expect(it.customer.isOver()).toBe(false);
    await it.bench.webhook(
      ({ url, parameters }) => url.endsWith('agent-1') && parameters['CallStatus'] === 'completed',
    );
  });

  it('ends over REST, for everybody', async () => {
    using it = room();
    const sid = await together(it);

    const ended = await it.bench.post(`/Conferences/${sid}.json`, { Status: 'completed' });

    const end = await it.bench.event('conference-end');
    expect(ended.body).toMatchObject({
      status: 'completed',
      reason_conference_ended: 'conference-ended-via-api',
    });
    expect(end.parameters).toMatchObject({ ReasonConferenceEnded: 'conference-ended-via-api' });
    expect(end.parameters).not.toHaveProperty('CallSidEndingConference');
    expect([it.customer.isOver(), it.agent.isOver()]).toEqual([true, true]);
  });

  it('goes on when the customer hangs up, until the last one has left', async () => {
    using it = room();
    const sid = await together(it);

    it.customer.hangUp();
    const leave = await it.bench.event('participant-leave');
    const between = await it.bench.get(`/Conferences/${sid}.json`);
    it.agent.hangUp();
    const end = await it.bench.event('conference-end');

    expect(leave.parameters).toMatchObject({
      ReasonParticipantLeft: 'participant_hung_up',
      ParticipantCallStatus: 'completed',
    });
    expect(between.body['status']).toBe('in-progress');
    expect(end.parameters).toMatchObject({
      ReasonConferenceEnded: 'last-participant-left',
      ParticipantLabelEndingConference: 'agent-1',
    });
  });

  it('reports somebody who never came as added in vain', async () => {
    using it = room(undefined, createTestPhone({ answers: false }));
    await invite(it.bench, 'agent-1');
    await it.bench.event('participant-join');
    await invite(it.bench, 'customer');
    await it.bench.until(() => it.customer.calls.length > 0);

    it.customer.refuse('busy');

    const leave = await it.bench.event('participant-leave');
    expect(leave.parameters).toMatchObject({
      ParticipantLabel: 'customer',
      ReasonParticipantLeft: 'participant_add_failed',
      ParticipantCallStatus: 'busy',
    });
  });

  it('pulls a leg out whose call gets new instructions, and lets it go on alone', async () => {
    using it = room();
    await together(it);
    const callSid = it.customer.calls[0]?.callSid;

    const updated = await it.bench.post(`/Calls/${callSid}.json`, {
      Twiml: '<Response><Say>失礼いたします。</Say><Hangup/></Response>',
    });

    const leave = await it.bench.event('participant-leave');
    await it.bench.until(() => it.customer.isOver());
    expect(updated.status).toBe(200);
    expect(leave.parameters['ReasonParticipantLeft']).toBe('participant_updated_via_api');
    expect(it.customer.heard).toEqual(['失礼いたします。']);
    expect(it.agent.isOver()).toBe(false);
  });

  it('is another one when its name is used again after its end', async () => {
    using it = room();
    const first = await together(it);
    await it.bench.post(`/Conferences/${first}.json`, { Status: 'completed' });

    const again = await invite(it.bench, 'agent-1');

    expect(again.body['conference_sid']).not.toBe(first);
  });

  it('is another one, too, when its only participant left while somebody was still ringing', async () => {
    using it = room(undefined, createTestPhone({ answers: false }));
    const invited = await invite(it.bench, 'customer');
    await invite(it.bench, 'agent-1');
    await it.bench.until(() => it.customer.calls.length > 0);
    await it.bench.event('participant-join');
    it.agent.hangUp();
    await it.bench.event('conference-end');

    it.customer.answer();

    const join = await it.bench.event('participant-join', 1);
    expect(join.parameters['ConferenceSid']).not.toBe(invited.body['conference_sid']);
    expect(join.parameters['FriendlyName']).toBe('room');
  });

  it('keeps a label for one participant at a time', async () => {
    using it = room(undefined, createTestPhone({ answers: false }));
    await invite(it.bench, 'customer');

    const twice = await invite(it.bench, 'customer', { To: personaNumber('absent') });

    expect(twice).toMatchObject({ status: 400, body: { code: 16025, status: 400 } });
    expect(it.customer.calls.length).toBeLessThanOrEqual(1);
  });

  it('passes custom parameters of a client address on, and shows the address without them', async () => {
    using it = room();

    const { body } = await invite(it.bench, 'agent-1', { To: 'client:agent-1?handoffId=h%201&callId=2' });
    const [call] = await it.bench.until(() => it.agent.calls.length > 0 && it.agent.calls);

    expect(call).toMatchObject({ to: 'client:agent-1', parameters: { handoffId: 'h 1', callId: '2' } });
    const fetched = await it.bench.get(`/Calls/${body['call_sid']}.json`);
    expect(fetched.body['to']).toBe('client:agent-1');
  });
});

describe('the beep of a conference', () => {
  const beeps = ({ bench }: Room, label: string): number =>
    bench.leg(label)?.heard.filter(({ what }) => what.text === 'beep').length ?? 0;

  it.each([
    ['true', 2],
    ['onEnter', 1],
    ['onExit', 1],
    ['false', 0],
  ])('is heard by the others as asked (%s)', async (beep, heard) => {
    using it = room();
    await invite(it.bench, 'customer');
    await it.bench.event('participant-join');
    await invite(it.bench, 'agent-1', { Beep: beep });
    await invite(it.bench, 'agent-2', { To: personaNumber('silent') });
    await it.bench.event('participant-join', 2);

    it.agent.hangUp();
    await it.bench.event('participant-leave');

    expect([beeps(it, 'customer'), beeps(it, 'agent-1')]).toEqual([heard, 0]);
  });
});

describe('the progress of a leg', () => {
  it('is reported with numbers, times and lengths', async () => {
    using it = room();
    await together(it);
    it.customer.hangUp();
    await it.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'completed');

    const reports = it.bench.received
      .filter(({ url }) => url.endsWith('leg=customer'))
      .map(({ parameters }) => parameters);
    expect(reports.map(({ CallStatus }) => CallStatus)).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ]);
    expect(reports.map(({ SequenceNumber }) => SequenceNumber)).toEqual(['0', '1', '2', '3']);
    expect(reports[3]).toMatchObject({
      AccountSid: simulatedAccount.accountSid,
      CallbackSource: 'call-progress-events',
      Direction: 'outbound-api',
      To: customerPhoneNumber,
      ToCountry: 'JP',
      CallDuration: expect.stringMatching(/^\d+$/),
      Duration: expect.stringMatching(/^\d+$/),
      SipResponseCode: '200',
    });
    expect(reports[1]).not.toHaveProperty('CallDuration');
  });

  it('is no answer after the timeout and five seconds more', async () => {
    using it = room(undefined, createTestPhone({ answers: false }));
    await invite(it.bench, 'customer', { Timeout: '5' });

    const ringing = await it.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'ringing');
    const ended = await it.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'no-answer');

    expect((ended.at - ringing.at) / 1_000).toBeGreaterThan(9);
    expect((ended.at - ringing.at) / 1_000).toBeLessThan(16);
    expect(it.customer.isOver()).toBe(true);
  });

  it('is canceled when the ringing is stopped over REST', async () => {
    using it = room(undefined, createTestPhone({ answers: false }));
    const { body } = await invite(it.bench, 'customer');
    await it.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'ringing');

    await it.bench.post(`/Calls/${body['call_sid']}.json`, { Status: 'completed' });

    await it.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'canceled');
    expect(it.customer.isOver()).toBe(true);
  });

  it('ends by itself at the time limit', async () => {
    using it = room();
    await invite(it.bench, 'customer', { TimeLimit: '10' });

    const answered = await it.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'in-progress');
    const ended = await it.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'completed');

    expect((ended.at - answered.at) / 1_000).toBeGreaterThan(9);
  });
});
