import { beforeEach, describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { customerPhoneNumber, personaNumber } from '../../../../backend/simulator/personas/numbers.ts';
import { describeByTwilio, loadTwilioOpenApi } from '../../../support/twilio-openapi.ts';
import { type ApiAnswer, accountPath, type Bench, createBench, type Form } from '../support/bench.ts';
import { createTestPhone, type TestPhone } from '../support/test-phone.ts';

const openApi = await loadTwilioOpenApi();
const { callerNumber, twimlAppSid } = simulatedAccount;

let phone: TestPhone;
let bench: Bench;

beforeEach(() => {
  phone = createTestPhone();
  bench = createBench({
    customerPhone: phone,
    softphones: () => createTestPhone(),
    answer: ({ path }) => (path === '/ai' ? '<Pause length="600"/>' : undefined),
  });
  return () => bench[Symbol.dispose]();
});

const participants = '/Conferences/room/Participants.json';

/** Whoever joins first: it is the first one's callback that counts. */
const fromEverybody = {
  From: callerNumber,
  ConferenceStatusCallback: 'https://app.test/conference',
  ConferenceStatusCallbackEvent: ['start', 'end'],
};

function inviteAi(): Promise<ApiAnswer> {
  return bench.post(participants, { ...fromEverybody, To: `app:${twimlAppSid}?callId=1`, Label: 'ai-1' });
}

function inviteCustomer(form: Form = {}): Promise<ApiAnswer> {
  return bench.post(participants, {
    ...fromEverybody,
    To: customerPhoneNumber,
    Label: 'customer',
    ConferenceRecord: 'record-from-start',
    ConferenceRecordingStatusCallback: 'https://app.test/recording',
    ConferenceRecordingStatusCallbackEvent: ['in-progress', 'completed'],
    ...form,
  });
}

async function startConference(): Promise<{ readonly sid: string; readonly callSid: string }> {
  const { body } = await inviteCustomer();
  await inviteAi();
  await bench.event('conference-start');
  return { sid: String(body['conference_sid']), callSid: String(body['call_sid']) };
}

describeByTwilio(openApi, "answers of the simulator, by Twilio's OpenAPI description", (checker) => {
  const problems = (method: string, path: string, { status, body }: ApiAnswer): readonly string[] =>
    checker.checkResponse(method, `${accountPath}${path}`, status, body);

  it('carry every documented property and no other, from the first leg to the recording', async () => {
    const invited = await inviteCustomer();
    const ringing = await bench.get(`/Calls/${invited.body['call_sid']}.json`);
    const { sid, callSid } = await startConferenceAround(invited);
    const paths = [
      '/Calls.json?PageSize=1',
      `/Calls/${callSid}.json`,
      '/Conferences.json?FriendlyName=room&Status=in-progress',
      `/Conferences/${sid}.json`,
      `/Conferences/${sid}/Participants.json`,
      `/Conferences/${sid}/Participants/customer.json`,
      `/Conferences/${sid}/Recordings.json`,
    ];

    const found = [
      problems('POST', participants, invited),
      problems('GET', `/Calls/${callSid}.json`, ringing),
    ];
    for (const path of paths) found.push(problems('GET', path, await bench.get(path)));
    found.push(await problemsOfChanges(sid, callSid));

    expect(found.flat()).toEqual([]);
  });

  async function startConferenceAround(invited: ApiAnswer) {
    await inviteAi();
    await bench.event('conference-start');
    return { sid: String(invited.body['conference_sid']), callSid: String(invited.body['call_sid']) };
  }

  async function problemsOfChanges(sid: string, callSid: string): Promise<readonly string[]> {
    const participant = `/Conferences/${sid}/Participants/customer.json`;
    const transcriptions = `/Calls/${callSid}/Transcriptions.json`;
    const muted = await bench.post(participant, { Muted: 'true' });
    const transcription = await bench.post(transcriptions, { Name: 'live' });
    const stopped = await bench.post(`/Calls/${callSid}/Transcriptions/live.json`, { Status: 'stopped' });
    const ended = await bench.post(`/Conferences/${sid}.json`, { Status: 'completed' });
    const completed = await bench.webhook(({ parameters }) => parameters['RecordingStatus'] === 'completed');
    const recording = `/Recordings/${completed.parameters['RecordingSid']}.json`;
    return [
      ...problems('POST', participant, muted),
      ...problems('POST', transcriptions, transcription),
      ...problems('POST', `/Calls/${callSid}/Transcriptions/live.json`, stopped),
      ...problems('POST', `/Conferences/${sid}.json`, ended),
      ...problems('GET', recording, await bench.get(recording)),
      ...problems('GET', `/Calls/${callSid}.json`, await bench.get(`/Calls/${callSid}.json`)),
    ];
  }
});

describe('coaching', () => {
  it('is of somebody who is in the conference, and who is named', async () => {
    const { sid, callSid } = await startConference();
    const ai = `/Conferences/${sid}/Participants/ai-1.json`;
    const stranger = 'CA00000000000000000000000000000000';

    const unnamed = await bench.post(ai, { Coaching: 'true' });
    const absent = await bench.post(ai, { Coaching: 'true', CallSidToCoach: stranger });
    const invited = await inviteCustomer({ Label: 'other', Coaching: 'true', CallSidToCoach: stranger });
    const coaching = await bench.post(ai, { Coaching: 'true', CallSidToCoach: callSid });
    const ordinary = await bench.post(ai, { Coaching: 'false' });

    expect([unnamed, absent, invited].map(({ status, body }) => [status, body['code']])).toEqual([
      [400, 20001],
      [400, 16028],
      [400, 16028],
    ]);
    expect(coaching.body).toMatchObject({ coaching: true, call_sid_to_coach: callSid });
    expect(ordinary.body).toMatchObject({ coaching: false });
  });
});

describe('the REST API', () => {
  it.each([
    [20003, 401, 'no credentials', ''],
    [20003, 401, 'wrong credentials', `Basic ${btoa(`${simulatedAccount.accountSid}:wrong`)}`],
  ])('answers %i to %s %s', async (code, status, _, authorization) => {
    const carrier = createBench();
    const response = await carrier.request('/Calls.json', authorization);

    expect(response).toMatchObject({ status, body: { code, status, message: expect.any(String) } });
    carrier[Symbol.dispose]();
  });

  it('takes the account with its token as well as an API key', async () => {
    const response = await bench.request(
      '/Calls.json',
      `Basic ${btoa(`${simulatedAccount.accountSid}:${simulatedAccount.authToken}`)}`,
    );

    expect(response.status).toBe(200);
  });

  it.each([
    '/Calls/CA00000000000000000000000000000000.json',
    '/Conferences/CF00000000000000000000000000000000.json',
    '/Conferences/CF00000000000000000000000000000000/Participants/customer.json',
    '/Recordings/RE00000000000000000000000000000000.json',
    '/Messages.json',
  ])('answers 20404 where there is nothing: %s', async (path) => {
    expect(await bench.get(path)).toMatchObject({
      status: 404,
      body: { code: 20404, more_info: 'https://www.twilio.com/docs/errors/20404' },
    });
  });

  it.each<[code: number, what: string, form: Form]>([
    [20001, 'an unknown parameter', { Colour: 'green' }],
    [20001, 'a value that is none', { Muted: 'perhaps' }],
    [20001, 'a callback that is no address', { StatusCallback: '/status' }],
    [20001, 'an event that does not exist', { StatusCallbackEvent: 'finished' }],
    [21210, 'a caller that is not the account’s', { From: '+81312345678' }],
    [21211, 'a number that is none', { To: '03-0001-0001' }],
    [21215, 'a number abroad', { To: '+14155550100' }],
  ])('answers %i to a participant with %s', async (code, _, form) => {
    expect(await inviteCustomer(form)).toMatchObject({ status: 400, body: { code } });
    expect(phone.calls).toHaveLength(0);
  });

  it('answers 21220 to a change of a call that is over', async () => {
    const { body } = await inviteCustomer();
    const path = `/Calls/${body['call_sid']}.json`;
    await bench.post(path, { Status: 'completed' });

    expect(await bench.post(path, { Status: 'completed' })).toMatchObject({
      status: 400,
      body: { code: 21220 },
    });
  });

  it('answers 21220 to new instructions for a call that only rings', async () => {
    const { body } = await inviteCustomer({ To: personaNumber('no-answer') });

    const answer = await bench.post(`/Calls/${body['call_sid']}.json`, { Url: 'https://app.test/voice' });

    expect(answer).toMatchObject({ status: 400, body: { code: 21220 } });
  });

  it('answers 21205 to a call without instructions, and 15004 to instructions without an absolute address', async () => {
    const { callSid } = await startConference();

    const without = await bench.post('/Calls.json', { From: callerNumber, To: customerPhoneNumber });
    const relative = await bench.post(`/Calls/${callSid}.json`, { Url: '/voice' });

    expect([without.body['code'], relative.body['code']]).toEqual([21205, 15004]);
  });

  it('looks participants up while they ring, and changes or removes them only when they are there', async () => {
    const { body } = await inviteCustomer({ To: personaNumber('no-answer') });
    const path = `/Conferences/${body['conference_sid']}/Participants/customer.json`;

    const fetched = await bench.get(path);
    const changed = await bench.post(path, { Muted: 'true' });
    const removed = await bench.remove(path);

    expect(fetched).toMatchObject({ status: 200, body: { status: 'queued' } });
    expect([changed.status, removed.status]).toEqual([404, 404]);
  });

  it('finds participants by label and by call, and forgets them when they have left', async () => {
    const { sid, callSid } = await startConference();
    const byLabel = await bench.get(`/Conferences/${sid}/Participants/customer.json`);
    const byCall = await bench.get(`/Conferences/${sid}/Participants/${callSid}.json`);

    phone.hangUp();

    expect(byLabel.body).toEqual(byCall.body);
    expect((await bench.get(`/Conferences/${sid}/Participants/customer.json`)).status).toBe(404);
  });

  it('finds conferences by name and state', async () => {
    const { sid } = await startConference();
    const named = await bench.get('/Conferences.json?FriendlyName=room');
    const waiting = await bench.get('/Conferences.json?FriendlyName=room&Status=init');

    expect(named.body['conferences']).toMatchObject([{ sid, status: 'in-progress', region: 'us1' }]);
    expect(waiting.body['conferences']).toEqual([]);
  });

  it('takes a name for a conference only where a participant is created', async () => {
    await startConference();

    expect((await bench.get('/Conferences/room/Participants.json')).status).toBe(404);
  });

  it('turns pages, with addresses that begin at the root of the API', async () => {
    await startConference();

    const first = await bench.get('/Calls.json?PageSize=1');
    const next = String(first.body['next_page_uri']);
    const second = await bench.get(next.slice(accountPath.length));

    expect(next.startsWith(`${accountPath}/Calls.json?`)).toBe(true);
    expect(first.body['calls']).toMatchObject([{ to: `app:${twimlAppSid}` }]);
    expect(second.body).toMatchObject({ calls: [{ to: customerPhoneNumber }], next_page_uri: null, page: 1 });
  });

  it('tells the length of a call when it is over', async () => {
    const { callSid } = await startConference();
    await bench.pass(3_000);

    await bench.post(`/Calls/${callSid}.json`, { Status: 'completed' });
    const { body } = await bench.get(`/Calls/${callSid}.json`);

    expect(body).toMatchObject({
      status: 'completed',
      duration: expect.stringMatching(/^(?:[3-9]|[1-9]\d+)$/),
    });
    expect(body['end_time']).toMatch(/\+0000$/);
  });
});

describe('the recording of a conference', () => {
  it('begins with the conference, ends with it, and can be fetched', async () => {
    const { sid } = await startConference();
    const begun = await bench.webhook(({ parameters }) => parameters['RecordingStatus'] === 'in-progress');
    await bench.pass(2_000);
    await bench.post(`/Conferences/${sid}.json`, { Status: 'completed' });
    const processing = await bench.get(`/Conferences/${sid}/Recordings.json`);

    const { parameters } = await bench.webhook(
      ({ parameters: { RecordingStatus } }) => RecordingStatus === 'completed',
    );

    expect(begun.parameters['RecordingSid']).toBe(parameters['RecordingSid']);
    expect(processing.body['recordings']).toMatchObject([{ status: 'processing', duration: null }]);
    expect(parameters).toMatchObject({
      AccountSid: simulatedAccount.accountSid,
      ConferenceSid: sid,
      RecordingUrl: `https://api.twilio.com${accountPath}/Recordings/${parameters['RecordingSid']}`,
      RecordingDuration: expect.stringMatching(/^[2-9]\d*$/),
      RecordingChannels: '1',
      RecordingSource: 'Conference',
      RecordingTrack: 'both',
    });
    const media = await bench.media(`/Recordings/${parameters['RecordingSid']}.wav`);
    expect(media.byteLength).toBe(44 + 8_000 * Number(parameters['RecordingDuration']));
  });

  it('is not made where nobody asked for one', async () => {
    await inviteCustomer({ ConferenceRecord: 'false' });
    await inviteAi();
    await bench.event('conference-start');

    expect((await bench.get('/Recordings.json')).body['recordings']).toEqual([]);
  });
});

describe('live transcription', () => {
  it('reports what the leg says and hears, each on its track, until it is stopped', async () => {
    const agent = createTestPhone();
    const talk = createBench({ customerPhone: phone, softphones: () => agent });
    const customer = await talk.post(participants, { ...fromEverybody, To: customerPhoneNumber });
    await talk.post(participants, { ...fromEverybody, To: 'client:agent-1' });
    await talk.event('conference-start');
    const transcriptions = `/Calls/${customer.body['call_sid']}/Transcriptions`;
    await talk.post(`${transcriptions}.json`, {
      Name: 'live',
      Track: 'both_tracks',
      LanguageCode: 'ja-JP',
      PartialResults: 'true',
      StatusCallbackUrl: 'https://app.test/transcription',
    });

    phone.say('料金はおいくらですか。');
    agent.say('月に一万円でございます。');
    await talk.webhook(({ parameters }) => parameters['Final'] === 'true', 1);
    await talk.post(`${transcriptions}/live.json`, { Status: 'stopped' });
    await talk.webhook(({ parameters }) => parameters['TranscriptionEvent'] === 'transcription-stopped');

    const reports = talk.received
      .filter(({ path }) => path === '/transcription')
      .map(({ parameters }) => parameters);
    const finals = reports.filter(({ Final }) => Final === 'true');
    expect(reports[0]).toMatchObject({
      TranscriptionEvent: 'transcription-started',
      LanguageCode: 'ja-JP',
      SequenceId: '1',
    });
    expect(
      finals.map(({ Track, TranscriptionData }) => [Track, JSON.parse(TranscriptionData ?? '{}')]),
    ).toEqual([
      ['inbound_track', { transcript: '料金はおいくらですか。', confidence: 0.9 }],
      ['outbound_track', { transcript: '月に一万円でございます。', confidence: 0.9 }],
    ]);
    expect(reports.filter(({ Final }) => Final === 'false')).toHaveLength(2);
    talk[Symbol.dispose]();
  });

  it('cannot be had for a call that is not in progress', async () => {
    const { body } = await inviteCustomer({ To: personaNumber('no-answer') });

    const answer = await bench.post(`/Calls/${body['call_sid']}/Transcriptions.json`, {});

    expect(answer).toMatchObject({ status: 400, body: { code: 21220 } });
  });
});

describe('answering machine detection', () => {
  const detection = {
    MachineDetection: 'Enable',
    MachineDetectionSpeechThreshold: '2400',
    MachineDetectionSpeechEndThreshold: '1400',
    AmdStatusCallback: 'https://app.test/amd',
  };

  it.each([
    ['human', '「はい、山田です」', (): void => phone.say('はい、山田です。', 1_500)],
    ['machine_start', 'a long announcement', (): void => phone.say('ただいま留守にしております。', 4_000)],
    ['unknown', 'silence', (): void => {}],
  ])('takes for %s what answers with %s', async (expected, _, speak) => {
    const { body } = await inviteCustomer(detection);
    await bench.until(() => bench.leg('customer')?.status === 'in-progress');

    speak();

    const { parameters } = await bench.webhook(({ path }) => path === '/amd');
    expect(parameters).toMatchObject({
      AnsweredBy: expected,
      CallSid: body['call_sid'],
      MachineDetectionDuration: expect.stringMatching(/^\d+$/),
    });
    expect((await bench.get(`/Calls/${body['call_sid']}.json`)).body['answered_by']).toBe(expected);
  });

  it('waits for the end of the announcement where that is asked', async () => {
    await inviteCustomer({ ...detection, MachineDetection: 'DetectMessageEnd' });
    await bench.until(() => bench.leg('customer')?.status === 'in-progress');

    phone.say('ただいま留守にしております。', 4_000);

    const { parameters } = await bench.webhook(({ path }) => path === '/amd');
    expect(parameters['AnsweredBy']).toBe('machine_end_silence');
    expect(Number(parameters['MachineDetectionDuration'])).toBeGreaterThan(5_000);
  });
});
