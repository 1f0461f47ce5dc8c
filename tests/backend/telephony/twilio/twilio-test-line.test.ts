import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agentIdSchema, clientIdSchema } from '../../../../backend/contract/ids.ts';
import type { TestLine } from '../../../../backend/telephony/test-line.ts';
import { createTwilioTestLine } from '../../../../backend/telephony/twilio/twilio-test-line.ts';
import { type RestAnswer, type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import { describeByTwilio, loadTwilioOpenApi } from '../../../support/twilio-openapi.ts';
import { account, legRef, publicUrl } from '../../../support/twilio-samples.ts';
import { accountPath, errorAnswer, sent } from '../../../support/twilio-telephony.ts';

const testCallId = '0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11';
const clientId = clientIdSchema.parse('1f0e1c5a-6f0a-4a3e-9a52-0c8f4a8f4b11');
const test = { testCallId, clientId, agentId: agentIdSchema.parse('42'), language: 'ja' } as const;
const recordingSid = `RE${'0'.repeat(32)}`;
const callAnswer: RestAnswer = { status: 201, json: { sid: legRef } };
const recordingsAnswer: RestAnswer = {
  status: 200,
  json: { recordings: [{ sid: recordingSid }], page: 0, page_size: 50, next_page_uri: null },
};

let rest: RestRecorder;
let line: TestLine;

beforeEach(async () => {
  rest = await startRestRecorder();
  line = createTwilioTestLine({ account, publicUrl, restBaseUrl: rest.baseUrl });
});

afterEach(() => rest[Symbol.asyncDispose]());

function answerAboutRecordings(): void {
  rest.answerWith(({ method }) => (method === 'DELETE' ? { status: 204 } : recordingsAnswer));
}

describe('createTwilioTestLine', () => {
  it('rings the softphone of one console, and says that it is a test', async () => {
    rest.answerWith(() => callAnswer);

    const rung = await line.ring(test);

    expect(rung).toEqual({ type: 'rung', legRef });
    const { line: request, form } = sent(rest);
    expect(request).toBe(`POST ${accountPath}/Calls.json`);
    expect(form).toMatchObject({
      From: account.number,
      To: `client:agent-42?testCallId=${testCallId}&clientId=${clientId}`,
      StatusCallbackEvent: 'completed',
      Timeout: '10',
      TimeLimit: '60',
    });
    expect(form['Url']).toMatch(`${publicUrl}/webhooks/twilio/echo?testCallId=${testCallId}&language=ja#`);
    expect(form['StatusCallback']).toMatch(
      `${publicUrl}/webhooks/twilio/echo/ended?testCallId=${testCallId}#`,
    );
  });

  it('says why it could not', async () => {
    rest.answerWith(() => errorAnswer(400, 21_210));

    expect(await line.ring(test)).toMatchObject({ type: 'not-rung' });
  });

  it('deletes every recording of a call, and fails when one is left', async () => {
    answerAboutRecordings();
    await line.forgetRecordings(legRef);
    rest.answerWith(({ method }) => (method === 'DELETE' ? { status: 500 } : recordingsAnswer));
    const failing = line.forgetRecordings(legRef);

    await expect(failing).rejects.toThrow();
    expect(rest.requests.slice(0, 2).map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET ${accountPath}/Recordings.json?CallSid=${legRef}`,
      `DELETE ${accountPath}/Recordings/${recordingSid}.json`,
    ]);
  });
});

describeByTwilio(
  await loadTwilioOpenApi(),
  "requests of a test call, by Twilio's OpenAPI description",
  (checker) => {
    it('ask for nothing that is not documented', async () => {
      rest.answerWith(() => callAnswer);
      await line.ring(test);
      await line.hangUp(legRef);
      answerAboutRecordings();
      await line.forgetRecordings(legRef);

      const problems = rest.requests.map(({ method, path, form }) =>
        checker.checkRequest(method, path, form),
      );

      expect(problems).toEqual([[], [], [], []]);
    });
  },
);
