import { z } from 'zod';
import type { Words } from './finding.ts';

/** What came of fetching an address. Redirects are not followed. */
export type Fetched =
  | {
      readonly type: 'answered';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      /** Where it sends us instead; null when it does not. */
      readonly location: string | null;
      readonly tookMs: number;
    }
  /** `code` is the system's or TLS's name of the reason: `ENOTFOUND`, `CERT_HAS_EXPIRED`, … */
  | { readonly type: 'unreached'; readonly code: string };

export interface Request {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type FetchPage = (request: Request) => Promise<Fetched>;

/** As long as Twilio waits for a webhook. (twilio.com/docs/usage/webhooks/webhooks-connection-overrides) */
const patienceMs = 15_000;

export function createFetchPage(now: () => number): FetchPage {
  return async ({ url, ...init }) => {
    const startedAt = now();
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(url, { ...init, redirect: 'manual', signal });
      return {
        type: 'answered',
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        body: await response.text(),
        location: response.headers.get('location'),
        tookMs: now() - startedAt,
      };
    } catch (error) {
      return { type: 'unreached', code: codeOf(error) };
    }
  };
}

/** Completes the sentence "The address …". */
export function unreachedWords(code: string): Words {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { en: `has a host name that is not known (${code})`, ja: `ホスト名が見つかりません(${code})` };
    case 'ECONNREFUSED':
      return {
        en: `is refused: nobody listens there (${code})`,
        ja: `接続を断られました。待ち受けているものがありません(${code})`,
      };
    case 'TimeoutError':
      return { en: 'does not answer within 15 s', ja: '15 秒たっても応答がありません' };
    case plainHttp:
      return {
        en: `speaks http there, and not https (${code})`,
        ja: `https ではなく http で応答しています(${code})`,
      };
    default:
      return isOfCertificate(code)
        ? {
            en: `has a certificate that Twilio does not trust (${code})`,
            ja: `証明書を Twilio が信頼しません(${code})`,
          }
        : { en: `cannot be reached (${code})`, ja: `届きません(${code})` };
  }
}

/** Whoever answers there begins no TLS. */
const plainHttp = 'ERR_SSL_WRONG_VERSION_NUMBER';

export function isOfCertificate(code: string): boolean {
  return code !== plainHttp && /CERT|TLS|SSL|UNABLE_TO_VERIFY/.test(code);
}

const namedSchema = z.object({ name: z.literal('TimeoutError') });
const codedSchema = z.object({ code: z.string() });
const causedSchema = z.object({ cause: z.unknown() });

function codeOf(error: unknown): string {
  if (namedSchema.safeParse(error).success) return 'TimeoutError';
  const coded = codedSchema.safeParse(error);
  if (coded.success) return coded.data.code;
  const caused = causedSchema.safeParse(error);
  return caused.success && caused.data.cause != null ? codeOf(caused.data.cause) : String(error);
}
