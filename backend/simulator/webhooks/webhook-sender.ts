import { randomUUID } from 'node:crypto';
import { type RetryCause, splitOverrides } from './connection-overrides.ts';
import { signature } from './signature.ts';

/** Requests that the carrier makes of the application, signed and retried as Twilio does. */
export interface WebhookSender extends Disposable {
  /** Never rejects: an application that does not answer is an outcome. */
  send(webhook: Webhook): Promise<WebhookOutcome>;
  /** The same for what the application is only told: nobody waits for its answer. */
  report(webhook: Webhook): void;
}

export interface Webhook {
  readonly method: WebhookMethod;
  /** With the connection overrides in its fragment. */
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export type WebhookMethod = 'GET' | 'POST';

export type WebhookOutcome =
  | { readonly type: 'answered'; readonly contentType: string; readonly body: string }
  /** 11200: it answered with an error. 11205: it could not be reached, or took too long. */
  | { readonly type: 'failed'; readonly code: 11200 | 11205 };

export interface WebhookSenderOptions {
  readonly authToken: string;
  readonly fetch: typeof fetch;
}

interface Attempt {
  readonly outcome: WebhookOutcome;
  /** Null when there is nothing to try again. */
  readonly failure: RetryCause | null;
}

export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const closing = new AbortController();

  async function send(webhook: Webhook): Promise<WebhookOutcome> {
    const { address, overrides } = splitOverrides(webhook.url);
    const request = prepare(webhook, address, options.authToken);
    let retriesLeft = overrides.retries;
    for (;;) {
      const attempt = await attemptOnce(request, overrides.timeoutMs);
      const again = retriesLeft > 0 && !closing.signal.aborted && mayRetry(attempt, overrides.retryOn);
      if (!again) return attempt.outcome;
      retriesLeft -= 1;
    }
  }

  // Real time, also where the simulated network runs faster: the application does not.
  async function attemptOnce(request: PreparedRequest, timeoutMs: number): Promise<Attempt> {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMs)]);
    try {
      // A redirect is an error to Twilio where a Gather's action answers with one, and is to be avoided everywhere.
      const response = await options.fetch(request.url, { ...request.init, redirect: 'manual', signal });
      const body = await response.text();
      if (!response.ok) return failed(11200, response.status < 500 ? '4xx' : '5xx');
      const contentType = response.headers.get('content-type') ?? '';
      return { outcome: { type: 'answered', contentType, body }, failure: null };
    } catch (error) {
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      return failed(11205, timedOut ? 'rt' : 'ct');
    }
  }

  return { send, report: (webhook) => void send(webhook), [Symbol.dispose]: () => closing.abort() };
}

interface PreparedRequest {
  readonly url: string;
  readonly init: {
    readonly method: WebhookMethod;
    readonly headers: Record<string, string>;
    readonly body?: string;
  };
}

function prepare({ method, parameters }: Webhook, address: string, authToken: string): PreparedRequest {
  const idempotency = { 'i-twilio-idempotency-token': randomUUID() };
  if (method === 'GET') {
    const url = withQuery(address, parameters);
    return {
      url,
      init: { method, headers: { ...idempotency, 'x-twilio-signature': signature(authToken, url, {}) } },
    };
  }
  const headers = {
    ...idempotency,
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'x-twilio-signature': signature(authToken, address, parameters),
  };
  return { url: address, init: { method, headers, body: new URLSearchParams(parameters).toString() } };
}

function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(parameters).toString();
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}

function mayRetry({ failure }: Attempt, retryOn: readonly RetryCause[]): boolean {
  return failure !== null && (retryOn.includes('all') || retryOn.includes(failure));
}

function failed(code: 11200 | 11205, failure: RetryCause): Attempt {
  return { outcome: { type: 'failed', code }, failure };
}
