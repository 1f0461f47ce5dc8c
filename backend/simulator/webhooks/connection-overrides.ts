/** What a webhook URL asks of its delivery in its fragment (twilio.com/docs/usage/webhooks/webhooks-connection-overrides). */
export interface ConnectionOverrides {
  /** For one attempt, from connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Attempts after the first. */
  readonly retries: number;
  readonly retryOn: readonly RetryCause[];
}

export type RetryCause = '4xx' | '5xx' | 'ct' | 'rt' | 'all';

const retryCauses: readonly RetryCause[] = ['4xx', '5xx', 'ct', 'rt', 'all'];

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_RETRIES = 1;

/** The address that is requested and signed, without its fragment, and what the fragment said. Senseless values are ignored. */
export function splitOverrides(url: string): {
  readonly address: string;
  readonly overrides: ConnectionOverrides;
} {
  const [address = '', fragment = ''] = url.split('#', 2);
  const asked = new URLSearchParams(fragment);
  const retryOn = (asked.get('rp') ?? 'ct').split(',');
  return {
    address,
    overrides: {
      timeoutMs: Math.min(
        within(asked.get('rt'), 100, 15_000) ?? DEFAULT_TIMEOUT_MS,
        within(asked.get('tt'), 100, 15_000) ?? DEFAULT_TIMEOUT_MS,
      ),
      retries: within(asked.get('rc'), 0, 5) ?? DEFAULT_RETRIES,
      retryOn: retryCauses.filter((cause) => retryOn.includes(cause)),
    },
  };
}

function within(text: string | null, least: number, most: number): number | null {
  const value = Number(text ?? Number.NaN);
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}
