import { describe, expect, it } from 'vitest';
import type { Consider } from '../../../../backend/telephony/carrier-events.ts';
import { gatherWebhook } from '../../../../backend/telephony/twilio/ai-webhooks.ts';
import { createPartialOrder } from '../../../../backend/telephony/twilio/partial-order.ts';
import { createTwimlWriter } from '../../../../backend/telephony/twilio/twiml.ts';
import { createWebhookUrls } from '../../../../backend/telephony/twilio/webhook-urls.ts';
import { createCarrierEventsLog } from '../../../support/carrier-events-log.ts';
import { callId, legId, publicUrl } from '../../../support/twilio-samples.ts';

const now = new Date('2026-11-17T10:00:00+09:00');

function webhookWith(consider?: Consider) {
  const events = createCarrierEventsLog();
  const twiml = createTwimlWriter(createWebhookUrls(publicUrl));
  const webhook = gatherWebhook({ events, twiml, partials: createPartialOrder(), consider });
  const parameters = { callId, legId, CallSid: 'CA1', round: '3', SpeechResult: 'うーん', Confidence: '0.8' };
  return { events, webhook, input: webhook.schema.parse(parameters) };
}

describe('what was heard', () => {
  it('is passed on with the opinion that somebody has of it', async () => {
    const { events, webhook, input } = webhookWith(async (_leg, _round, heard) =>
      heard.type === 'speech' ? { ...heard, opinion: 'absent' } : heard,
    );

    webhook.answer((await webhook.prepare?.(input, now)) ?? input, now);

    expect(events.told.at(-1)?.at(3)).toEqual({
      type: 'speech',
      text: 'うーん',
      confidence: 0.8,
      opinion: 'absent',
    });
  });

  it('is passed on at once where nobody has one', () => {
    const { events, webhook, input } = webhookWith();

    webhook.answer(input, now);

    expect(webhook.prepare).toBeUndefined();
    expect(events.told.at(-1)?.at(3)).toEqual({ type: 'speech', text: 'うーん', confidence: 0.8 });
  });
});
