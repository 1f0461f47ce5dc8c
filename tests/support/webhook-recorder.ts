import type { SentWebhook } from './twilio-webhook-documentation.ts';

/** Looks at what the simulated carrier, which reaches us over `fetch`, sends from now on. */
export interface WebhookRecorder extends Disposable {
  readonly sent: readonly SentWebhook[];
}

const below = '/webhooks/twilio/';

export function recordWebhooks(): WebhookRecorder {
  const sent: SentWebhook[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.pathname.startsWith(below)) {
      const name = url.pathname.slice(below.length);
      const body = typeof init?.body === 'string' ? init.body : '';
      sent.push({ name, form: Object.fromEntries(new URLSearchParams(body)) });
    }
    return fetch(input, init);
  };
  return {
    sent,
    [Symbol.dispose]() {
      globalThis.fetch = fetch;
    },
  };
}
