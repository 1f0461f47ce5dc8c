import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSimulatedClock, type SimulatedClock } from '../../../../backend/simulator/clock.ts';
import { type FaultKind, faultPlanSchema } from '../../../../backend/simulator/faults/fault-plan.ts';
import { createFaults, type Faults } from '../../../../backend/simulator/faults/faults.ts';
import { withFaults } from '../../../../backend/simulator/faults/faulty-webhooks.ts';
import { signature } from '../../../../backend/simulator/webhooks/signature.ts';
import {
  createWebhookSender,
  type Webhook,
  type WebhookSender,
} from '../../../../backend/simulator/webhooks/webhook-sender.ts';
import { eventually } from '../../../support/patience.ts';

const token = 'the right token';

describe('a webhook in a bad network', () => {
  let clock: SimulatedClock;
  let faults: Faults;
  let sender: WebhookSender;
  let received: { readonly event: string; readonly signed: boolean; readonly at: number }[];

  beforeEach(() => {
    clock = createSimulatedClock({ speed: 100 });
    faults = createFaults(clock);
    received = [];
    const application: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      const form = Object.fromEntries(new URLSearchParams(await request.text()));
      const signed = request.headers.get('x-twilio-signature') === signature(token, request.url, form);
      received.push({ event: form['Event'] ?? '', signed, at: clock.now().getTime() });
      return new Response(signed ? '<Response/>' : null, { status: signed ? 200 : 403 });
    };
    sender = withFaults({
      sender: createWebhookSender({ authToken: token, fetch: application }),
      forger: createWebhookSender({ authToken: 'a wrong one', fetch: application }),
      faults,
      clock,
    });
  });

  afterEach(() => {
    sender[Symbol.dispose]();
    clock[Symbol.dispose]();
  });

  function always(kind: FaultKind): void {
    faults.follow(faultPlanSchema.parse({ rates: { [kind]: 1 } }));
  }

  function webhook(Event: string): Webhook {
    return { method: 'POST', url: 'https://app.test/hook', parameters: { CallSid: 'CA1', Event } };
  }

  const events = () => received.map(({ event }) => event);
  const never = new AbortController().signal;

  it('that tells something may be lost for good', async () => {
    always('webhook-lost');

    sender.report(webhook('ringing'));

    await clock.wait(30_000, never);
    expect(received).toEqual([]);
  });

  it('may come twice', async () => {
    always('webhook-duplicated');

    sender.report(webhook('ringing'));

    await eventually(() => expect(events()).toEqual(['ringing', 'ringing']));
  });

  it('may come late', async () => {
    always('webhook-delayed');
    const sentAt = clock.now().getTime();

    sender.report(webhook('ringing'));

    await eventually(() => expect(events()).toEqual(['ringing']));
    expect((received[0]?.at ?? 0) - sentAt).toBeGreaterThanOrEqual(500);
  });

  it('may be overtaken by the next one of its call', async () => {
    always('webhook-reordered');
    sender.report(webhook('ringing'));
    faults.follow(faultPlanSchema.parse({}));

    sender.report(webhook('answered'));

    await eventually(() => expect(events()).toEqual(['answered', 'ringing']));
  });

  it('comes all the same when there is no next one', async () => {
    always('webhook-reordered');

    sender.report(webhook('completed'));

    await eventually(() => expect(events()).toEqual(['completed']));
  });

  it('may come with a wrong signature first', async () => {
    always('webhook-forged');

    const outcome = await sender.send(webhook('gather'));

    expect(outcome.type).toBe('answered');
    expect(received.map(({ signed }) => signed)).toEqual([false, true]);
  });

  it('that asks something is tried again when it is lost', async () => {
    always('webhook-lost');
    const sentAt = clock.now().getTime();

    const outcome = await sender.send(webhook('gather'));

    expect(outcome.type).toBe('answered');
    expect((received[0]?.at ?? 0) - sentAt).toBeGreaterThanOrEqual(2_000);
  });

  it('that asks something is asked again when its answer is lost', async () => {
    always('webhook-answer-lost');

    const outcome = await sender.send(webhook('gather'));

    expect(outcome.type).toBe('answered');
    expect(events()).toEqual(['gather', 'gather']);
  });
});
