import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { aiRefOf, roomOf } from '../../../../backend/telephony/twilio/placement/placed-call.ts';
import { createTwilioRecordingLine } from '../../../../backend/telephony/twilio/twilio-recording-line.ts';
import { createTwilioTestLine } from '../../../../backend/telephony/twilio/twilio-test-line.ts';
import { createTwilioVerificationLine } from '../../../../backend/telephony/twilio/twilio-verification-line.ts';
import { customerTelephonyAt } from '../../../support/customer-telephony.ts';
import { type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import { describeByTwilio, loadTwilioOpenApi } from '../../../support/twilio-openapi.ts';
import {
  account,
  addAi,
  commands,
  conferenceRef,
  dialCustomer,
  hangUp,
  legRef,
  publicUrl,
  removeLeg,
  ringSoftphone,
} from '../../../support/twilio-samples.ts';
import {
  accountPath,
  conferencesAnswer,
  participantAnswer,
  telephonyAt,
} from '../../../support/twilio-telephony.ts';

const openApi = await loadTwilioOpenApi();
const recordingRef = `RE${'1'.repeat(32)}`;
const onePage = { page: 0, page_size: 50, next_page_uri: null };

describeByTwilio(openApi, "requests of the adapter, by Twilio's OpenAPI description", (checker) => {
  let rest: RestRecorder;
  let telephony: Telephony;

  beforeEach(async () => {
    rest = await startRestRecorder();
    telephony = telephonyAt(rest.baseUrl);
  });

  afterEach(() => rest[Symbol.asyncDispose]());

  function problems() {
    return rest.requests.map(({ method, path, form }) => checker.checkRequest(method, path, form));
  }

  it.each([...commands, { ...dialCustomer, record: true }, { ...addAi, record: true }])(
    'asks for nothing that is not documented: $type',
    async (command) => {
      rest.answerWith(() => (command.type === 'remove-leg' ? { status: 204 } : participantAnswer));

      await telephony.execute(command);

      expect(problems()).toEqual([[]]);
    },
  );

  const room = roomOf(addAi.callId);
  const aiRef = aiRefOf({ callId: addAi.callId, legId: addAi.legId, customerRef: legRef });
  const inRoom = commands.map((command) =>
    'conferenceRef' in command ? { ...command, conferenceRef: room } : command,
  );

  it.each([...inRoom, { ...removeLeg, legRef: aiRef }, { ...hangUp, legRef: aiRef }])(
    "asks for nothing that is not documented with the AI on the customer's leg: $type",
    async (command) => {
      rest.answerWith(({ method }) => {
        if (method === 'GET') return conferencesAnswer('in-progress');
        return method === 'DELETE' ? { status: 204 } : participantAnswer;
      });

      await customerTelephonyAt(rest.baseUrl).execute(command);

      expect(rest.requests).not.toEqual([]);
      expect(problems().flat()).toEqual([]);
    },
  );

  it("asks for nothing that is not documented when it looks at what is on the customer's leg", async () => {
    rest.answerWith(({ path }) => {
      if (path.includes('/Participants')) return { status: 200, json: { participants: [], ...onePage } };
      if (path.includes('/Conferences')) return conferencesAnswer('in-progress');
      return { status: 200, json: { calls: [], status: 'in-progress', ...onePage } };
    });
    const onCustomersLeg = customerTelephonyAt(rest.baseUrl);

    await onCustomersLeg.findLeg(dialCustomer);
    await onCustomersLeg.presentIn(room);
    await onCustomersLeg.isMixed(room);
    await onCustomersLeg.legNow(aiRef);

    expect(rest.requests.length).toBeGreaterThan(5);
    expect(problems().flat()).toEqual([]);
  });

  it('asks for nothing that is not documented when it looks a leg up', async () => {
    rest.answerWith(({ path }) =>
      path.includes('/Participants/') ? { ...participantAnswer, status: 200 } : conferencesAnswer('init'),
    );

    await telephony.findLeg(dialCustomer);

    expect(problems()).toEqual([[], []]);
  });

  it('asks for nothing that is not documented when it looks for a call to an agent’s telephone', async () => {
    rest.answerWith(() => ({ status: 200, json: { calls: [], ...onePage } }));
    const ringing = commands.find(({ type }) => type === 'ring-telephone');
    if (ringing?.type !== 'ring-telephone') throw new Error('no telephone is rung');

    await telephony.findLeg(ringing);

    expect(problems()).toEqual([[]]);
  });

  it('asks for nothing that is not documented when it says a code', async () => {
    rest.answerWith(() => ({ status: 201, json: { sid: legRef } }));
    const line = createTwilioVerificationLine({ account, restBaseUrl: rest.baseUrl });

    await line.sayCode({ phoneNumber: '+819012345678', code: '123456', language: 'ja' });

    expect(problems()).toEqual([[]]);
  });

  it('asks for nothing that is not documented in a test call', async () => {
    rest.answerWith(({ method }) =>
      method === 'GET'
        ? { status: 200, json: { recordings: [{ sid: recordingRef }], ...onePage } }
        : { status: method === 'DELETE' ? 204 : 201, json: { sid: legRef } },
    );
    const line = createTwilioTestLine({ account, publicUrl, restBaseUrl: rest.baseUrl });
    const { agentId, clientId } = ringSoftphone;
    const testCallId = '0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11';

    await line.ring({ testCallId, agentId, clientId, language: 'ja' });
    await line.hangUp(legRef);
    await line.forgetRecordings(legRef);

    expect(problems()).toEqual([[], [], [], []]);
  });

  it('asks for nothing that is not documented about recordings', async () => {
    rest.answerWith(({ method }) =>
      method === 'GET'
        ? { status: 200, json: { recordings: [{ sid: recordingRef, status: 'completed' }], ...onePage } }
        : { status: method === 'DELETE' ? 204 : 200, json: { sid: recordingRef } },
    );
    const line = createTwilioRecordingLine({ account, restBaseUrl: rest.baseUrl });

    await line.recordingsOf(conferenceRef);
    await line.setPaused({ conferenceRef, recordingRef }, true);
    await line.setPaused({ conferenceRef, recordingRef }, false);
    await line.recordingNow({ conferenceRef, recordingRef });
    await line.remove(recordingRef);

    expect(problems()).toEqual([[], [], [], [], []]);
  });
});

describeByTwilio(openApi, "the checker by Twilio's OpenAPI description", (checker, document) => {
  const participants = `${accountPath}/Conferences/anything/Participants.json`;

  describe.each(['CreateParticipant', 'FetchConference', 'CreateRealtimeTranscription', 'UpdateCall'])(
    'accepts what Twilio gives as examples: %s',
    (operationId) => {
      const examples = Object.entries(document.paths).flatMap(([path, item]) =>
        Object.entries(item).flatMap(([method, operation]) => {
          if (operation?.operationId !== operationId) return [];
          return Object.entries(operation.responses).flatMap(([status, { content }]) =>
            Object.values(content?.['application/json']?.examples ?? {}).map(({ value }) => ({
              method: method.toUpperCase(),
              path,
              status: Number(status),
              value,
            })),
          );
        }),
      );

      it('has some', () => {
        expect(examples).not.toEqual([]);
      });

      it.each(examples)('$method $path', ({ method, path, status, value }) => {
        expect(checker.checkResponse(method, path.replaceAll(/[{}]/g, ''), status, value)).toEqual([]);
      });
    },
  );

  it('refuses an answer without its properties', () => {
    expect(checker.checkResponse('POST', participants, 201, {})).not.toEqual([]);
  });

  it.each(['CA', null, `CF${'d'.repeat(32)}`])('refuses %s as the sid of a call', (sid) => {
    const problems = checker.checkResponse('POST', participants, 201, { ...wholeParticipant, call_sid: sid });

    expect(problems).not.toEqual([]);
  });

  it('refuses a property that Twilio does not have', () => {
    const problems = checker.checkResponse('POST', participants, 201, { ...wholeParticipant, colour: 'red' });

    expect(problems).not.toEqual([]);
  });

  it.each([
    ['To=%2B81312345678', 'a missing From'],
    ['From=%2B815000000001&To=%2B81312345678&Colour=red', 'an unknown parameter'],
    ['From=%2B815000000001&To=%2B81312345678&Muted=perhaps', 'a flag that is none'],
    ['From=%2B815000000001&To=%2B81312345678&StatusCallback=%2Frelative', 'a relative address'],
  ])('refuses %s: %s', (form) => {
    expect(checker.checkRequest('POST', participants, new URLSearchParams(form))).not.toEqual([]);
  });

  it('refuses a path that Twilio does not have', () => {
    const problems = checker.checkRequest('POST', `${accountPath}/Conference.json`, new URLSearchParams());

    expect(problems).not.toEqual([]);
  });
});

const date = 'Tue, 24 Nov 2026 01:00:00 +0000';
const wholeParticipant = {
  account_sid: `AC${'a'.repeat(32)}`,
  call_sid: legRef,
  label: 'customer',
  call_sid_to_coach: null,
  coaching: false,
  conference_sid: conferenceRef,
  date_created: date,
  date_updated: date,
  end_conference_on_exit: false,
  muted: false,
  hold: false,
  start_conference_on_enter: true,
  status: 'queued',
  queue_time: '0',
  uri: '/2010-04-01/Accounts/x.json',
};
