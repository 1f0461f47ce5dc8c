import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { legIdSchema } from '../../../../../backend/contract/ids.ts';
import type { PlacedCall } from '../../../../../backend/telephony/twilio/placement/placed-call.ts';
import { aiRefOf, roomOf } from '../../../../../backend/telephony/twilio/placement/placed-call.ts';
import { callId, conferenceRef, legId, legRef, publicUrl } from '../../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../../support/twilio-webhooks.ts';

const customer = {
  legId,
  label: 'customer',
  legRef,
  phoneNumber: '+81312345678',
  callerNumber: null,
  askedAt: new Date('2026-06-01T00:00:00Z'),
  onHold: false,
} as const;
const conferenceName = 'p8Yx_-0Z';
const withoutAi: PlacedCall = {
  callId,
  conferenceName,
  record: false,
  customer: { ...customer, state: 'here' },
  ai: null,
  withHuman: false,
};
const withAi: PlacedCall = {
  ...withoutAi,
  customer: { ...customer, state: 'coming' },
  ai: { legId, label: 'ai-1', here: false },
};

describe("the webhook of a customer's leg", () => {
  let place: PlacedCall;
  let webhooks: TestedWebhooks;

  beforeEach(() => {
    place = withAi;
    webhooks = createTestedWebhooks(publicUrl, 'gather', { find: () => place });
    webhooks.events.instruct = () => ({
      type: 'say',
      round: 1,
      say: 'お世話になっております。',
      language: 'ja-JP',
    });
  });

  afterEach(() => webhooks[Symbol.dispose]());

  async function ask(asked: string): Promise<string> {
    const response = await webhooks.send(`/customer?callId=${callId}&${asked}`, { CallSid: legRef });
    return response.text();
  }

  it('has the AI speak on it, and tells that both are there and hear each other', async () => {
    const twiml = await ask('asked=start');

    expect(twiml).toContain('お世話になっております。');
    expect(webhooks.events.told.map(([name]) => name)).toEqual([
      'legAnswered',
      'legAnswered',
      'legJoined',
      'legJoined',
      'conferenceStarted',
      'aiStarted',
    ]);
    expect(webhooks.events.told).toContainEqual(['conferenceStarted', callId, roomOf(callId)]);
    const aiRef = aiRefOf({ callId, legId, customerRef: legRef });
    expect(webhooks.events.told[1]).toMatchObject(['legAnswered', { legId, legRef: aiRef }]);
  });

  it('starts the AI once, although it is asked again', async () => {
    const first = await ask('asked=start');
    const again = await ask('asked=start');

    expect(again).toBe(first);
    expect(webhooks.events.told.filter(([name]) => name === 'aiStarted')).toHaveLength(1);
  });

  it('puts it into the conference where no AI is wanted', async () => {
    place = withoutAi;

    const twiml = await ask(`asked=ai-left&legId=${legId}`);

    expect(twiml).toContain(`>${conferenceName}</Conference>`);
    expect(twiml).toContain('participantLabel="customer"');
    expect(webhooks.events.told.at(-1)).toEqual(['conferenceEntered', callId]);
  });

  it('keeps it with the AI who came meanwhile, when the removal of the one before is told again', async () => {
    place = withoutAi;
    const first = await ask(`asked=ai-left&legId=${legId}`);
    const next = legIdSchema.parse(`leg_${'9'.repeat(20)}`);
    place = { ...withoutAi, ai: { legId: next, label: 'ai-2', here: true } };

    const again = await ask(`asked=ai-left&legId=${legId}`);

    expect(first).toContain('<Conference');
    expect(again).not.toContain('<Conference');
    expect(again).toContain('お世話になっております。');
  });

  it('says no announcement to a customer who talks with a human by then', async () => {
    place = { ...withoutAi, withHuman: true };

    const twiml = await ask(`asked=told&text=${encodeURIComponent('担当者におつなぎします。')}`);

    expect(twiml).toContain('<Conference');
    expect(twiml).not.toContain('担当者におつなぎします。');
  });

  it('says an announcement first, and asks again after it', async () => {
    const twiml = await ask(`asked=told&text=${encodeURIComponent('担当者におつなぎします。')}`);

    expect(twiml).toContain('担当者におつなぎします。');
    expect(twiml).toContain('asked=back');
  });

  it.each(['start', 'back'])('tells in one transaction who is there, when %s is asked', async (asked) => {
    const inTransaction: boolean[] = [];
    webhooks.events.instruct = () => {
      inTransaction.push(webhooks.database.isInTransaction());
      return { type: 'leave' };
    };

    await ask(`asked=${asked}`);

    expect(inTransaction).toEqual([true]);
  });

  it('goes on with the AI that is on it when something could not be had', async () => {
    await ask('asked=start');

    const twiml = await ask('asked=back');

    expect(twiml).toContain('お世話になっております。');
  });

  it('hangs up where the call is over', async () => {
    place = { ...withoutAi, customer: { ...customer, state: 'left' } };

    expect(await ask('asked=back')).toContain('<Hangup/>');
  });

  it('is asked where the AI leaves: at once by itself, later where we removed it and move the leg', async () => {
    webhooks.events.instruct = () => ({ type: 'leave' });
    const byItself = await ask('asked=start');
    place = withoutAi;
    const gather = await webhooks.send(`/gather?callId=${callId}&legId=${legId}&round=3`, {
      CallSid: legRef,
    });
    const removed = await gather.text();

    expect(byItself).not.toContain('<Pause');
    expect(byItself).toContain('asked=ai-left');
    expect(removed).toContain('<Pause');
    expect(removed).not.toContain('<Hangup');
  });

  it('does not take a customer for gone who is moved out of the conference', async () => {
    place = withoutAi;
    const event = { ConferenceSid: conferenceRef, CallSid: legRef, ParticipantLabel: 'customer' };
    const more = { SequenceNumber: '4', Muted: 'false', Hold: 'false' };

    await webhooks.send(`/conference?callId=${callId}`, {
      ...event,
      ...more,
      StatusCallbackEvent: 'participant-leave',
    });
    await webhooks.send(`/conference?callId=${callId}`, {
      ...event,
      SequenceNumber: '5',
      StatusCallbackEvent: 'conference-end',
    });

    expect(webhooks.events.told).toEqual([]);
  });
});
