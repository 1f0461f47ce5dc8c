import type { Carrier } from '../carrier.ts';
import type { EndedCall } from '../exchange/call-machine.ts';
import { callSeconds } from '../exchange/call-machine.ts';
import type { Leg } from '../exchange/leg.ts';
import { callParameters, identityOf, rfc2822 } from './call-parameters.ts';
import type { WebhookMethod } from './webhook-sender.ts';

/** Where, how and on what to be called back. */
export interface Callback<Event extends string> {
  readonly url: string;
  readonly method: WebhookMethod;
  readonly events: readonly Event[];
}

export type CallProgressEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** Reports the progress of a leg's call (twilio.com/docs/voice/api/call-resource#statuscallbackevent). */
export function reportCallProgress(leg: Leg, callback: Callback<CallProgressEvent>, carrier: Carrier): void {
  let sequence = 0;

  function send(event: CallProgressEvent, more: Readonly<Record<string, string>> = {}): void {
    const sequenceNumber = sequence++;
    if (!callback.events.includes(event)) return;
    const parameters = {
      ...callParameters(identityOf(leg, carrier.accountSid), leg.phase()),
      CallbackSource: 'call-progress-events',
      SequenceNumber: String(sequenceNumber),
      Timestamp: rfc2822(carrier.now()),
      ...more,
    };
    carrier.webhooks.report({ url: callback.url, method: callback.method, parameters });
  }

  leg.subscribe((event) => {
    switch (event.type) {
      case 'dialed':
        return send('initiated');
      case 'rang':
        return send('ringing');
      case 'answered':
        return send('answered');
      case 'ended':
        return send('completed', finalParameters(event.call));
      default:
        return;
    }
  });
}

const sipResponses: Readonly<Record<EndedCall['status'], string>> = {
  completed: '200',
  busy: '486',
  'no-answer': '487',
  canceled: '487',
  failed: '404',
};

function finalParameters(call: EndedCall): Readonly<Record<string, string>> {
  const seconds = callSeconds(call) ?? 0;
  return {
    CallDuration: String(seconds),
    /** In minutes begun, for billing. */
    Duration: String(Math.ceil(seconds / 60)),
    SipResponseCode: sipResponses[call.status],
  };
}
