import RequestClient from 'twilio/lib/base/RequestClient.js';
import type Response from 'twilio/lib/http/response.js';
import Twilio from 'twilio/lib/rest/Twilio.js';
import { z } from 'zod';

/** What the account's owner gives us; the TwiML application's voice URL must be `<publicUrl>/webhooks/twilio/ai`. */
export interface TwilioAccount {
  readonly accountSid: string;
  readonly apiKeySid: string;
  readonly apiKeySecret: string;
  readonly appSid: string;
  /** Seen by the customer, E.164. */
  readonly number: string;
}

type ApiKey = Pick<TwilioAccount, 'accountSid' | 'apiKeySid' | 'apiKeySecret'>;

/** The SDK's client. */
export interface TwilioClient extends Twilio {
  /** The same over the same connections, whose requests are broken off once `signal` is aborted. */
  until(signal: AbortSignal): TwilioClient;
}

/** The carrier asks us to slow down: the request was never processed. */
export class Throttled extends Error {
  readonly retryAfterMs: number | null;

  constructor(retryAfterMs: number | null) {
    super('throttled');
    this.name = 'Throttled';
    this.retryAfterMs = retryAfterMs;
  }
}

/** Each of Twilio's products has a host of its own. */
const twilioHost = /^https:\/\/\w+\.twilio\.com/;

/** Well below the outbox's patience; Twilio answers creates within 1 s. */
const timeoutMs = 10_000;

/**
 * The SDK's client. It repeats nothing by itself, so that no telephone rings twice. `restBaseUrl` is the simulator's address, or null for
 * Twilio.
 */
export function createTwilioClient(account: ApiKey, restBaseUrl: string | null): TwilioClient {
  return clientOver(new CarrierHttpClient(restBaseUrl), account);
}

function clientOver(httpClient: CarrierHttpClient, account: ApiKey): TwilioClient {
  const client = new Twilio(account.apiKeySid, account.apiKeySecret, {
    accountSid: account.accountSid,
    httpClient,
    autoRetry: false,
    // Said here because the SDK else takes TWILIO_REGION and TWILIO_EDGE from the environment, and a US1 key then fails with 401.
    region: '',
    edge: '',
  });
  return Object.assign(client, {
    until: (signal: AbortSignal) => clientOver(httpClient.until(signal), account),
  });
}

class CarrierHttpClient extends RequestClient {
  readonly #baseUrl: string | null;
  readonly #signals: readonly AbortSignal[];

  constructor(baseUrl: string | null, signals: readonly AbortSignal[] = []) {
    super({ timeout: timeoutMs, autoRetry: false });
    this.#baseUrl = baseUrl;
    this.#signals = signals;
    // The SDK passes none on with a request.
    if (signals.length > 0) this.axios.defaults.signal = AbortSignal.any([...signals]);
  }

  until(signal: AbortSignal): CarrierHttpClient {
    const bound = new CarrierHttpClient(this.#baseUrl, [...this.#signals, signal]);
    Object.assign(bound.axios.defaults, { httpsAgent: this.axios.defaults.httpsAgent });
    return bound;
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
    const uri = this.#baseUrl === null ? options.uri : options.uri.replace(twilioHost, this.#baseUrl);
    const response = await super.request({ ...options, uri });
    // The SDK's own exception forgets the headers.
    if (response.statusCode === 429) throw new Throttled(retryAfterMs(response.headers));
    return response;
  }
}

const throttledHeadersSchema = z.object({ 'retry-after': z.coerce.number().nonnegative() });

function retryAfterMs(headers: unknown): number | null {
  const parsed = throttledHeadersSchema.safeParse(headers);
  return parsed.success ? parsed.data['retry-after'] * 1_000 : null;
}
