import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import { describeByTwilio, loadTwilioOpenApi } from '../../../support/twilio-openapi.ts';
import { addAi, commands, conferenceRef, dialCustomer, legRef } from '../../../support/twilio-samples.ts';
import {
  accountPath,
  conferencesAnswer,
  participantAnswer,
  telephonyAt,
} from '../../../support/twilio-telephony.ts';

const openApi = await loadTwilioOpenApi();

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

  it('asks for nothing that is not documented when it looks a leg up', async () => {
    rest.answerWith(({ path }) =>
      path.includes('/Participants/') ? { ...participantAnswer, status: 200 } : conferencesAnswer('init'),
    );

    await telephony.findLeg(dialCustomer);

    expect(problems()).toEqual([[], []]);
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
