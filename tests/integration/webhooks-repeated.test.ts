import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLegStore } from '../../backend/calls/leg-store.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { createConversationStore } from '../../backend/conversation/conversation-store.ts';
import { systemClock } from '../../backend/kernel/clock.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('a webhook that comes again', ({ settings }) => {
  let system: System;
  let callId: CallId;

  beforeEach(async () => {
    // In real time, so that one round of listening lasts long enough to speak into.
    system = await startSystem({ ...settings, SIMULATOR_SPEED: '1' });
    callId = await system.suzuki.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.suzuki, callId, ({ turns }) => turns.length > 0);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  function send(path: string, parameters: Readonly<Record<string, string>>): Promise<Response> {
    const url = `${system.url}/webhooks/twilio/${path}`;
    return fetch(url, {
      method: 'POST',
      headers: {
        'x-twilio-signature': getExpectedTwilioSignature(simulatedAccount.authToken, url, parameters),
      },
      body: new URLSearchParams(parameters),
    });
  }

  function aiLeg() {
    const leg = createLegStore(system.database)
      .ofCall(callId)
      .find(({ kind }) => kind === 'ai');
    if (leg?.carrierRef == null) throw new Error('the AI has not joined');
    return { legId: leg.id, CallSid: leg.carrierRef };
  }

  it('is answered as the first time, and adds no second turn', async () => {
    const { legId, CallSid } = aiLeg();
    const round = createConversationStore(system.database, systemClock).find(callId)?.round;
    const gather = `gather?callId=${callId}&legId=${legId}&round=${round}`;
    const speech = {
      AccountSid: simulatedAccount.accountSid,
      CallSid,
      SpeechResult: 'どちら様でしょうか',
      Confidence: '0.93',
    };

    const [first, second] = await Promise.all([send(gather, speech), send(gather, speech)]);
    const { turns } = await system.suzuki.record(callId);

    expect(await second.text()).toBe(await first.text());
    expect(turns.filter(({ text }) => text === 'どちら様でしょうか')).toHaveLength(1);
  });

  it('changes nothing when it comes after the call is over', async () => {
    const customer = createLegStore(system.database).byLabel(callId, 'customer');
    await system.suzuki.request('POST', '/api/calls/end', { callId });
    const ended = await untilOver(system.suzuki, callId);

    const late = await send(`call-status?callId=${callId}&legId=${customer?.id}`, {
      AccountSid: simulatedAccount.accountSid,
      CallSid: customer?.carrierRef ?? '',
      CallStatus: 'ringing',
      SequenceNumber: '1',
      Timestamp: systemClock.now().toUTCString(),
    });

    expect(late.ok).toBe(true);
    expect(await system.suzuki.record(callId)).toEqual(ended);
  });
});
