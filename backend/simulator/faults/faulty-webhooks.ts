import type { SimulatedClock } from '../clock.ts';
import type { Webhook, WebhookSender } from '../webhooks/webhook-sender.ts';
import type { Faults } from './faults.ts';

interface FaultyWebhooksOptions {
  readonly sender: WebhookSender;
  /** Signs with another token. */
  readonly forger: WebhookSender;
  readonly faults: Faults;
  readonly clock: SimulatedClock;
}

/** How long Twilio waits for a connection before it tries again, where `#ct=2000` asked for it. */
const CONNECTING_MS = 2_000;
/** What is held back to come out of order waits no longer than this for another one. */
const HELD_BACK_MS = 5_000;

/** Webhooks as a bad network delivers them. */
export function withFaults(options: FaultyWebhooksOptions): WebhookSender {
  const { sender, forger } = options;
  return {
    report: faultyReports(options),
    send: faultyQuestions(options),
    [Symbol.dispose]: () => {
      sender[Symbol.dispose]();
      forger[Symbol.dispose]();
    },
  };
}

function faultyReports({ sender, forger, faults, clock }: FaultyWebhooksOptions): WebhookSender['report'] {
  const heldBack = new Map<string, () => void>();

  /** Sent after the next one of its call. */
  function holdBack(about: string, webhook: Webhook): void {
    const release = (): void => {
      cancel();
      if (heldBack.get(about) === release) heldBack.delete(about);
      sender.report(webhook);
    };
    const cancel = clock.after(HELD_BACK_MS, release);
    heldBack.set(about, release);
  }

  function deliver(about: string, webhook: Webhook): void {
    switch (faults.strike('report', about)) {
      case 'webhook-lost':
        return;
      case 'webhook-delayed':
        clock.after(faults.between(500, 6_000, about), () => sender.report(webhook));
        return;
      case 'webhook-reordered':
        holdBack(about, webhook);
        return;
      case 'webhook-duplicated':
        sender.report(webhook);
        clock.after(faults.between(0, 3_000, about), () => sender.report(webhook));
        return;
      case 'webhook-forged':
        forger.report(webhook);
        sender.report(webhook);
        return;
      default:
        sender.report(webhook);
    }
  }

  return (webhook) => {
    const about = subjectOf(webhook);
    const overtaken = heldBack.get(about);
    deliver(about, webhook);
    overtaken?.();
  };
}

/** Twilio asks again until it has an answer: nothing is lost but time. */
function faultyQuestions({ sender, forger, faults, clock }: FaultyWebhooksOptions): WebhookSender['send'] {
  const pass = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  return async (webhook) => {
    const about = subjectOf(webhook);
    switch (faults.strike('document', about)) {
      case 'webhook-lost':
        await pass(CONNECTING_MS);
        break;
      case 'webhook-answer-lost':
        await sender.send(webhook);
        await pass(CONNECTING_MS);
        break;
      case 'webhook-delayed':
        await pass(faults.between(200, 2_000, about));
        break;
      case 'webhook-duplicated':
        sender.report(webhook);
        break;
      case 'webhook-forged':
        await forger.send(webhook);
        break;
      default:
    }
    return sender.send(webhook);
  };
}

function subjectOf({ parameters, url }: Webhook): string {
  return parameters['FriendlyName'] ?? parameters['CallSid'] ?? parameters['ConferenceSid'] ?? url;
}
