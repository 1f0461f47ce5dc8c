import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Telephony } from '../../../../backend/telephony/telephony.ts';
import { type RestRecorder, startRestRecorder } from '../../../support/rest-recorder.ts';
import { account, dialCustomer } from '../../../support/twilio-samples.ts';
import { errorAnswer, participantAnswer, sent, telephonyAt } from '../../../support/twilio-telephony.ts';

let rest: RestRecorder;
let telephony: Telephony;

beforeEach(async () => {
  rest = await startRestRecorder();
  telephony = telephonyAt(rest.baseUrl);
});

afterEach(() => rest[Symbol.asyncDispose]());

describe('the numbers that customers may be shown', () => {
  const owned = [
    { phone_number: account.number, capabilities: { voice: true } },
    { phone_number: '+815000000002', capabilities: { voice: false } },
  ];
  const verified = [{ phone_number: '+81312345678' }, { phone_number: account.number }];

  it('are those of the account that can speak, and those that were verified, each once', async () => {
    rest.answerWith(({ path }) => ({
      status: 200,
      json: path.includes('IncomingPhoneNumbers')
        ? { incoming_phone_numbers: owned, next_page_uri: null }
        : { outgoing_caller_ids: verified, next_page_uri: null },
    }));

    expect(await telephony.callerNumbers()).toEqual([account.number, '+81312345678']);
  });

  it('are not known while Twilio does not answer', async () => {
    rest.answerWith(() => errorAnswer(500, 20500));

    expect(await telephony.callerNumbers()).toBeNull();
  });

  it.each([
    [{}, account.number],
    [{ from: '+815000000002' }, '+815000000002'],
  ])('are shown as the call says: %j', async (shown, from) => {
    rest.answerWith(() => participantAnswer);

    await telephony.execute({ ...dialCustomer, ...shown });

    expect(sent(rest).form).toMatchObject({ From: from });
  });
});
