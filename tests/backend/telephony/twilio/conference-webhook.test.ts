import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callId, conferenceRef, legId, legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const now = new Date('2026-11-24T01:00:00.000Z');
const leg = { callId, legId, legRef, at: now };
const participant = {
  ConferenceSid: conferenceRef,
  FriendlyName: 'p8Yx_-0Z',
  CallSid: legRef,
  ParticipantLabel: 'customer',
  Muted: 'false',
  Hold: 'false',
  Coaching: 'false',
  SequenceNumber: '1',
  Timestamp: 'Tue, 24 Nov 2026 01:00:00 +0000',
};

describe('who is in the conference', () => {
  let webhooks: TestedWebhooks;

  beforeEach(() => {
    webhooks = createTestedWebhooks();
  });

  afterEach(() => webhooks[Symbol.dispose]());

  const report = (StatusCallbackEvent: string, more: Readonly<Record<string, string>> = {}) =>
    webhooks.send(`/conference?callId=${callId}`, { ...participant, StatusCallbackEvent, ...more });

  it('tells by its label which leg joined, and how', async () => {
    await report('participant-join', { Muted: 'true' });

    const joined = { ...leg, conferenceRef, muted: true, onHold: false };
    expect(webhooks.events.told).toEqual([['legJoined', joined]]);
  });

  it('tells which leg left', async () => {
    await report('participant-leave', { ReasonParticipantLeft: 'participant_hung_up' });

    expect(webhooks.events.told).toEqual([['legLeft', leg]]);
  });

  it('tells that those who are in it hear each other from now on', async () => {
    await webhooks.send(`/conference?callId=${callId}`, {
      ConferenceSid: conferenceRef,
      StatusCallbackEvent: 'conference-start',
      SequenceNumber: '3',
    });

    expect(webhooks.events.told).toEqual([['conferenceStarted', callId, conferenceRef]]);
  });

  it('tells that the conference is over', async () => {
    await webhooks.send(`/conference?callId=${callId}`, {
      ConferenceSid: conferenceRef,
      StatusCallbackEvent: 'conference-end',
      SequenceNumber: '9',
      ReasonConferenceEnded: 'last-participant-left',
    });

    expect(webhooks.events.told).toEqual([['conferenceEnded', callId, conferenceRef]]);
  });

  it('keeps a leg that nobody knows to itself', async () => {
    const response = await report('participant-join', { ParticipantLabel: 'stranger' });

    expect(response.status).toBe(204);
    expect(webhooks.events.told).toEqual([]);
  });

  it('tells of one that leaves and comes back twice, and of each repeat once', async () => {
    await report('participant-join', { SequenceNumber: '1' });
    await report('participant-leave', { SequenceNumber: '2' });
    await report('participant-join', { SequenceNumber: '1' });
    await report('participant-join', { SequenceNumber: '3' });

    expect(webhooks.events.told.map(([name]) => name)).toEqual(['legJoined', 'legLeft', 'legJoined']);
  });
});
