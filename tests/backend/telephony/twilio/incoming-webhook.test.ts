import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callId, legId, legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const leg = { callId, legId, conferenceName: 'p8Yx_-0Z', label: 'customer', record: false };

describe('a call that comes to our number', () => {
  let webhooks: TestedWebhooks;

  beforeEach(() => {
    webhooks = createTestedWebhooks();
    webhooks.events.reception = { type: 'received', leg };
  });

  afterEach(() => webhooks[Symbol.dispose]());

  function ring(From: string): Promise<Response> {
    return webhooks.send('/incoming', {
      CallSid: legRef,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From,
      To: '+815012345678',
    });
  }

  it('enters a conference of its own as every other leg does', async () => {
    const twiml = await (await ring('+81312345678')).text();

    expect(webhooks.events.told).toEqual([['callReceived', { legRef, phoneNumber: '+81312345678' }]]);
    for (const attribute of ['participantLabel="customer"', 'beep="false"', 'waitUrl=""', 'region="jp1"']) {
      expect(twiml).toContain(attribute);
    }
    expect(twiml).not.toContain('endConferenceOnExit="true"');
    expect(twiml).toMatch(new RegExp(`statusCallback="[^"]+/conference\\?callId=${callId}#`));
    expect(twiml).toContain('>p8Yx_-0Z</Conference></Dial>');
    expect(twiml).not.toContain('record=');
  });

  it('is recorded from its start where calls are', async () => {
    webhooks.events.reception = { type: 'received', leg: { ...leg, record: true } };

    const twiml = await (await ring('+81312345678')).text();

    expect(twiml).toContain('record="record-from-start" trim="do-not-trim"');
    expect(twiml).toMatch(new RegExp(`recordingStatusCallback="[^"]+/recording\\?callId=${callId}#`));
  });

  it.each([
    'anonymous',
    '',
    '+266696687',
    '+7378742833',
    '+2562533',
    '+8656696',
    '+86282452253',
    'sip:a@b.c',
  ])('shows no number when it comes from “%s”', async (from) => {
    await ring(from);

    expect(webhooks.events.told).toEqual([['callReceived', { legRef, phoneNumber: null }]]);
  });

  it('is turned away politely where nobody can be spoken for', async () => {
    webhooks.events.reception = { type: 'nobody-to-speak-for' };

    const twiml = await (await ring('+81312345678')).text();

    expect(twiml).toMatch(/お電話ありがとうございます.*<Hangup\/>/s);
  });
});
