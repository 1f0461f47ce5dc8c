import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CarrierCommand } from '../../../../backend/telephony/carrier-command.ts';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import {
  account,
  addAi,
  announce,
  callId,
  conferenceRef,
  dialCustomer,
  endConference,
  hangUp,
  holdLeg,
  legId,
  legRef,
  muteLeg,
  newLegs,
  publicUrl,
  removeLeg,
  ringSoftphone,
  stopTranscribing,
  takeLeave,
  transcribe,
  transcribeCustomer,
} from '../../../support/twilio-samples.ts';
import {
  accountPath,
  errorAnswer,
  participantAnswer,
  sent,
  telephonyAt,
} from '../../../support/twilio-telephony.ts';

let rest: RestRecorder;
let telephony: Telephony;

beforeEach(async () => {
  rest = await startRestRecorder();
  telephony = telephonyAt(rest.baseUrl);
});

afterEach(() => rest[Symbol.asyncDispose]());

describe('execute', () => {
  it('signs in with the API key', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute(addAi);

    const credentials = Buffer.from(`${account.apiKeySid}:${account.apiKeySecret}`).toString('base64');
    expect(rest.requests[0]?.authorization).toBe(`Basic ${credentials}`);
  });

  it('goes where it is told, whatever the environment says of regions', async () => {
    vi.stubEnv('TWILIO_REGION', 'au1');
    vi.stubEnv('TWILIO_EDGE', 'sydney');
    rest.answerWith(() => participantAnswer);

    const outcome = await telephonyAt(rest.baseUrl).execute(addAi);

    expect(outcome).toMatchObject({ type: 'done' });
    vi.unstubAllEnvs();
  });

  it('answers with the refs of a new leg', async () => {
    rest.answerWith(() => participantAnswer);

    const outcome = await telephony.execute(dialCustomer);

    expect(outcome).toEqual({ type: 'done', leg: { legRef, conferenceRef } });
  });

  it('dials the customer without beep, music or delay, and lets Twilio tell machines from people', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute(dialCustomer);

    expect(sent(rest)).toMatchObject({
      line: `POST ${accountPath}/Conferences/p8Yx_-0Z/Participants.json`,
      form: {
        From: account.number,
        To: '+81312345678',
        Label: 'customer',
        Beep: 'false',
        WaitUrl: '',
        EarlyMedia: 'false',
        StartConferenceOnEnter: 'true',
        EndConferenceOnExit: 'false',
        Region: 'jp1',
        JitterBufferSize: 'small',
        MachineDetection: 'Enable',
        MachineDetectionSpeechThreshold: '2400',
        MachineDetectionSpeechEndThreshold: '1400',
      },
    });
  });

  it('records the conference from its start, untrimmed, when asked to', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute({ ...addAi, record: true });

    expect(sent(rest).form).toMatchObject({
      ConferenceRecord: 'record-from-start',
      ConferenceTrim: 'do-not-trim',
      ConferenceRecordingStatusCallback: expect.stringContaining(
        `/webhooks/twilio/recording?callId=${callId}#`,
      ),
    });
  });

  it('does not record when not asked to', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute(dialCustomer);

    expect(sent(rest).form).not.toHaveProperty('ConferenceRecord');
  });

  it.each(newLegs)('tells every leg of the same conference callback: $type', async (command) => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute(command);

    expect(sent(rest).field('ConferenceStatusCallback')).toMatch(
      new RegExp(`^${publicUrl}/webhooks/twilio/conference\\?callId=${callId}#`),
    );
    expect(sent(rest).fields('ConferenceStatusCallbackEvent')).toEqual(['start', 'join', 'leave', 'end']);
    expect(sent(rest).fields('StatusCallbackEvent')).toEqual(['ringing', 'answered', 'completed']);
  });

  it('adds the AI as an application that is told its call and leg', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute(addAi);

    expect(sent(rest).field('To')).toBe(`app:${account.appSid}?callId=${callId}&legId=${legId}`);
  });

  it('rings the softphone of one console, muted on standby', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute(ringSoftphone);

    const [address, parameters] = sent(rest).field('To').split('?');
    expect(address).toBe('client:agent-Kx1');
    expect(Object.fromEntries(new URLSearchParams(parameters))).toEqual({
      callId,
      legId,
      clientId: ringSoftphone.clientId,
      handoffId: ringSoftphone.handoffId,
    });
    expect(sent(rest).field('Muted')).toBe('true');
  });

  it('lets a supervisor begin no conference, nor keep one alive', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute({ ...ringSoftphone, role: 'supervisor' });

    expect(sent(rest).field('StartConferenceOnEnter')).toBe('false');
    expect(sent(rest).field('EndConferenceOnExit')).toBe('false');
    expect(sent(rest).field('Beep')).toBe('false');
  });

  it('leaves out the handoff where there is none', async () => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute({ ...ringSoftphone, handoffId: null });

    expect(sent(rest).field('To')).not.toContain('handoffId');
  });

  const participantLine = `POST ${accountPath}/Conferences/${conferenceRef}/Participants/${legRef}.json`;
  it.each<[CarrierCommand, string, Record<string, string>]>([
    [muteLeg, participantLine, { Muted: 'false' }],
    [{ ...holdLeg, onHold: false }, participantLine, { Hold: 'false' }],
    [supervised({ type: 'nobody' }), participantLine, { Muted: 'true', Coaching: 'false' }],
    [supervised({ type: 'everybody' }), participantLine, { Muted: 'false', Coaching: 'false' }],
    [
      supervised({ type: 'one', legRef: 'CA1' }),
      participantLine,
      { Muted: 'false', Coaching: 'true', CallSidToCoach: 'CA1' },
    ],
    [endConference, `POST ${accountPath}/Conferences/${conferenceRef}.json`, { Status: 'completed' }],
    [hangUp, `POST ${accountPath}/Calls/${legRef}.json`, { Status: 'completed' }],
  ])('changes what there is: %o', async (command, line, form) => {
    rest.answerWith(() => ({ status: 200, json: {} }));

    const outcome = await telephony.execute(command);

    expect(outcome).toEqual({ type: 'done' });
    expect(sent(rest)).toMatchObject({ line });
    expect(sent(rest).form).toEqual(form);
  });

  it('holds a leg with our own words and music', async () => {
    rest.answerWith(() => ({ status: 200, json: {} }));

    await telephony.execute(holdLeg);

    expect(sent(rest).form).toMatchObject({
      Hold: 'true',
      HoldUrl: expect.stringContaining('/webhooks/twilio/hold#'),
      HoldMethod: 'POST',
    });
  });

  it('announces a text by an address that carries it', async () => {
    rest.answerWith(() => ({ status: 200, json: {} }));

    await telephony.execute(announce);

    const url = new URL(sent(rest).field('AnnounceUrl'));
    expect(url.pathname).toBe('/webhooks/twilio/announce');
    expect(url.searchParams.get('text')).toBe(announce.text);
  });

  it('transcribes both sides of the customer in Japanese, with guesses', async () => {
    rest.answerWith(() => ({ status: 200, json: {} }));

    await telephony.execute(transcribe);

    expect(sent(rest)).toMatchObject({
      line: `POST ${accountPath}/Calls/${legRef}/Transcriptions.json`,
      form: {
        Track: 'both_tracks',
        LanguageCode: 'ja-JP',
        PartialResults: 'true',
        StatusCallbackUrl: expect.stringContaining(
          `/webhooks/twilio/transcription?callId=${callId}&tracks=both#`,
        ),
      },
    });
  });

  it('transcribes the customer alone while the AI talks with them, until it is told to stop', async () => {
    rest.answerWith(() => ({ status: 200, json: {} }));

    await telephony.execute(transcribeCustomer);
    const started = sent(rest);
    await telephony.execute(stopTranscribing);

    expect(started.form).toMatchObject({ Name: `${legId}-customer`, Track: 'inbound_track' });
    expect(rest.requests.at(-1)).toMatchObject({
      path: `${accountPath}/Calls/${legRef}/Transcriptions/${legId}-customer.json`,
    });
  });

  it('stops a transcription that may have begun before it begins it again, so that no word is told twice', async () => {
    rest.answerWith(() => ({ status: 200, json: {} }));

    await telephony.execute(transcribe, true);

    const transcriptions = `${accountPath}/Calls/${legRef}/Transcriptions`;
    expect(rest.requests.map(({ path }) => path)).toEqual([
      `${transcriptions}/${legId}-both.json`,
      `${transcriptions}.json`,
    ]);
  });

  it('transcribes all the same when there was nothing to stop', async () => {
    rest.answerWith(({ path }) =>
      path.endsWith('-both.json') ? errorAnswer(404, 20_404) : { status: 200, json: {} },
    );

    expect(await telephony.execute(transcribe, true)).toEqual({ type: 'done' });
  });

  it('lets a customer whom nobody hears hear a text, after which Twilio hangs up', async () => {
    rest.answerWith(() => ({ status: 200, json: {} }));

    await telephony.execute(takeLeave);

    expect(sent(rest).line).toBe(`POST ${accountPath}/Calls/${legRef}.json`);
    expect(new URL(sent(rest).field('Url')).searchParams.get('text')).toBe(takeLeave.text);
  });

  it('removes a leg from the conference', async () => {
    rest.answerWith(() => ({ status: 204 }));

    const outcome = await telephony.execute(removeLeg);

    expect(outcome).toEqual({ type: 'done' });
    expect(sent(rest).line).toBe(
      `DELETE ${accountPath}/Conferences/${conferenceRef}/Participants/${legRef}.json`,
    );
  });

  it('ends the call of a leg that is not in the conference, so that nothing rings on', async () => {
    rest.answerWith(({ method }) =>
      method === 'DELETE' ? { status: 404, json: { code: 20404, status: 404 } } : { status: 200, json: {} },
    );

    const outcome = await telephony.execute(removeLeg);

    expect(outcome).toEqual({ type: 'done' });
    expect(rest.requests.at(-1)?.path).toBe(`${accountPath}/Calls/${legRef}.json`);
  });
});

describe('presentIn', () => {
  it.each(['queued', 'connecting', 'ringing', 'complete', 'failed'])(
    'leaves out whom Twilio lists as %s: they are not there',
    async (status) => {
      const participant = { status, call_sid: legRef, label: 'customer', muted: false, hold: false };
      rest.answerWith(() => ({ status: 200, json: { participants: [participant] } }));

      expect(await telephony.presentIn(conferenceRef)).toEqual([]);
    },
  );

  it('tells who is in the conference, and how Twilio treats them', async () => {
    const participant = {
      status: 'connected',
      call_sid: legRef,
      label: 'customer',
      muted: false,
      hold: true,
      coaching: true,
      call_sid_to_coach: 'CA7',
    };
    rest.answerWith(() => ({ status: 200, json: { participants: [participant] } }));

    expect(await telephony.presentIn(conferenceRef)).toEqual([
      { label: 'customer', muted: false, onHold: true, coaches: 'CA7' },
    ]);
  });

  it('finds nobody in a conference that is over, and does not know when Twilio fails', async () => {
    rest.answerWith(() => ({ status: 404, json: { code: 20404, status: 404 } }));
    const over = await telephony.presentIn(conferenceRef);
    rest.answerWith(() => ({ status: 503, json: {} }));

    expect([over, await telephony.presentIn(conferenceRef)]).toEqual([[], null]);
  });
});

describe('liveConferences', () => {
  it('tells of those that are mixed and of those in which one person is alone', async () => {
    rest.answerWith(({ path }) => {
      const status = new URL(path, rest.baseUrl).searchParams.get('Status');
      const conference = { sid: `CF ${status}`, friendly_name: `the name of ${status}`, status };
      return { status: 200, json: { conferences: [conference], page: 0, page_size: 50 } };
    });

    expect(await telephony.liveConferences()).toEqual([
      { conferenceRef: 'CF init', name: 'the name of init' },
      { conferenceRef: 'CF in-progress', name: 'the name of in-progress' },
    ]);
  });

  it('does not know when Twilio fails', async () => {
    rest.answerWith(() => ({ status: 503, json: {} }));

    expect(await telephony.liveConferences()).toBeNull();
  });
});

function supervised(
  heardBy: Extract<CarrierCommand, { readonly type: 'supervise-leg' }>['heardBy'],
): CarrierCommand {
  return { type: 'supervise-leg', legId, legRef, conferenceRef, heardBy };
}
