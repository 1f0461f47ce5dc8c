import { systemClock } from '../../backend/kernel/clock.ts';
import type { Telephony } from '../../backend/telephony/telephony.ts';
import { createCustomerTelephony } from '../../backend/telephony/twilio/placement/customer-telephony.ts';
import type { PlacedCall } from '../../backend/telephony/twilio/placement/placed-call.ts';
import { createAlarm } from '../../backend/telephony/twilio/relay/alarm.ts';
import { createTwilioClient } from '../../backend/telephony/twilio/twilio-client.ts';
import { createTwilioTelephony } from '../../backend/telephony/twilio/twilio-telephony.ts';
import { fixedClock } from './fixed-clock.ts';
import { account, addAi, callId, dialCustomer, legRef, publicUrl } from './twilio-samples.ts';

/** The customer waits for the AI that comes to their leg. */
const placedCall: PlacedCall = {
  callId,
  conferenceName: dialCustomer.conferenceName,
  record: true,
  customer: {
    legId: dialCustomer.legId,
    label: dialCustomer.label,
    legRef,
    phoneNumber: dialCustomer.to,
    callerNumber: null,
    askedAt: new Date('2026-06-01T00:00:00Z'),
    onHold: false,
    state: 'here',
  },
  ai: { legId: addAi.legId, label: addAi.label, here: false },
  withHuman: false,
};

/** The real adapter for the AI on the customer's leg, sent to another address. */
export function customerTelephonyAt(restBaseUrl: string, after = createAlarm(systemClock, 1)): Telephony {
  return createCustomerTelephony({
    client: createTwilioClient(account, restBaseUrl),
    account,
    publicUrl,
    telephony: createTwilioTelephony({ account, publicUrl, restBaseUrl, clock: fixedClock(), after }),
    placed: { find: () => placedCall, othersOf: () => ({ legRefs: [], nextAskedAt: null }) },
    after,
  });
}
