import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const test = '0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11';
const recordingUrl = 'https://api.twilio.com/2010-04-01/Accounts/AC1/Recordings/RE1';

let webhooks: TestedWebhooks;

beforeEach(() => {
  webhooks = createTestedWebhooks();
});

afterEach(() => webhooks[Symbol.dispose]());

describe('webhooks of a test call', () => {
  it('asks for some words, and takes them down for five seconds', async () => {
    const response = await webhooks.send(`/echo?testCallId=${test}&language=ja`, { CallSid: legRef });

    const twiml = await response.text();
    expect(twiml).toContain('発信音のあとに');
    expect(twiml).toMatch(
      /<Record [^>]*maxLength="5"[^>]*timeout="2"[^>]*playBeep="true"[^>]*trim="do-not-trim"/,
    );
    expect(twiml).toContain(`/webhooks/twilio/echo/played?testCallId=${test}&amp;language=ja`);
    expect(webhooks.tests).toEqual([`${test} listening`]);
  });

  it('plays what was taken down', async () => {
    const response = await webhooks.send(`/echo/played?testCallId=${test}&language=en`, {
      CallSid: legRef,
      RecordingUrl: recordingUrl,
      RecordingSid: 'RE1',
      RecordingDuration: '5',
      Digits: '',
    });

    const twiml = await response.text();
    expect(twiml).toContain(`<Play>${recordingUrl}</Play><Say`);
    expect(twiml).toContain('That was all.');
    expect(twiml).toContain('<Hangup/>');
    expect(webhooks.tests).toEqual([`${test} playing`]);
  });

  it('leaves nothing of what was said when the call is over', async () => {
    const response = await webhooks.send(`/echo/ended?testCallId=${test}`, {
      CallSid: legRef,
      CallStatus: 'completed',
    });

    expect(response.status).toBe(204);
    expect(webhooks.tests).toEqual([`${test} over`, `recordings of ${legRef} to be deleted`]);
  });

  it('leaves nothing of somebody who hung up while they were speaking', async () => {
    await webhooks.send(`/echo/played?testCallId=${test}&language=ja`, {
      CallSid: legRef,
      RecordingUrl: recordingUrl,
      RecordingDuration: '2',
      Digits: 'hangup',
    });

    expect(webhooks.tests).toEqual([`recordings of ${legRef} to be deleted`]);
  });

  it('tells of a softphone that did not answer', async () => {
    await webhooks.send(`/echo/ended?testCallId=${test}`, { CallSid: legRef, CallStatus: 'no-answer' });

    expect(webhooks.tests).toContain(`${test} failed`);
  });

  it('answers nobody but the carrier', async () => {
    const response = await webhooks.sendSigned(
      `/echo?testCallId=${test}&language=ja`,
      { CallSid: legRef },
      'x',
    );

    expect(response.status).toBe(403);
    expect(webhooks.tests).toEqual([]);
  });
});
