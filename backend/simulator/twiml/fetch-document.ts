import type { WebhookMethod, WebhookSender } from '../webhooks/webhook-sender.ts';
import { parseTwiml } from './parse-twiml.ts';
import type { Verb } from './verbs.ts';

/** Where to get a document, and what to tell the application with the request. */
export interface DocumentRequest {
  readonly url: string;
  readonly method: WebhookMethod;
  readonly parameters: Readonly<Record<string, string>>;
}

export type FetchedDocument =
  | { readonly type: 'document'; readonly url: string; readonly verbs: readonly Verb[] }
  | { readonly type: 'failed'; readonly code: number };

const UNSUPPORTED_CONTENT_TYPE = 12300;

/** Asks the application what to do. An audio file is a document that plays it, plain text one that says it. */
export async function fetchDocument(
  request: DocumentRequest,
  webhooks: WebhookSender,
): Promise<FetchedDocument> {
  const outcome = await webhooks.send(request);
  if (outcome.type === 'failed') return outcome;
  const url = request.url.split('#', 1)[0] ?? request.url;
  const contentType = outcome.contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (contentType.startsWith('audio/'))
    return { type: 'document', url, verbs: [{ type: 'play', url, loop: 1 }] };
  if (contentType === 'text/plain') {
    return { type: 'document', url, verbs: [{ type: 'say', text: outcome.body, loop: 1 }] };
  }
  if (!/^(text|application)\/(xml|html)$/.test(contentType)) {
    return { type: 'failed', code: UNSUPPORTED_CONTENT_TYPE };
  }
  return parsed(outcome.body, url);
}

/** A document that came with a request instead of being fetched. */
export function parsed(twiml: string, url: string): FetchedDocument {
  const document = parseTwiml(twiml);
  if (document.type === 'invalid') return { type: 'failed', code: document.code };
  return { type: 'document', url, verbs: document.verbs };
}
