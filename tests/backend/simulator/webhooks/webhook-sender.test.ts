import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { createWebhookSender, type Webhook } from '../../../../backend/simulator/webhooks/webhook-sender.ts';

const authToken = '0123456789abcdef0123456789abcdef';
const webhook = (more: Partial<Webhook> = {}): Webhook => ({
  method: 'POST',
  url: 'https://app.test/gather?callId=1&round=2',
  parameters: { SpeechResult: 'はい、山田です', CallSid: 'CA1', Confidence: '0.9' },
  ...more,
});

/** An application that answers each request with the next of these. */
function application(...answers: (() => Response | Promise<Response>)[]) {
  const requests: Request[] = [];
  const sender = createWebhookSender({
    authToken,
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (answer === undefined) throw new TypeError('fetch failed');
      return answer();
    },
  });
  return { sender, requests };
}

const ok = (): Response => new Response('<Response/>', { headers: { 'content-type': 'text/xml' } });
const status = (code: number) => (): Response => new Response('no', { status: code });
const unreachable = (): never => {
  throw new TypeError('fetch failed');
};

describe('a webhook', () => {
  it('carries its parameters as a form, with a signature that the twilio package accepts', async () => {
    const { sender, requests } = application(ok);

    const outcome = await sender.send(webhook());

    const [request] = requests;
    const form = Object.fromEntries(new URLSearchParams(await request?.text()));
    expect(outcome).toEqual({ type: 'answered', contentType: 'text/xml', body: '<Response/>' });
    expect(form).toEqual(webhook().parameters);
    expect(request?.headers.get('content-type')).toContain('application/x-www-form-urlencoded');
    const signature = request?.headers.get('x-twilio-signature') ?? '';
    expect(twilio.validateRequest(authToken, signature, webhook().url, form)).toBe(true);
    expect(twilio.validateRequest('another token', signature, webhook().url, form)).toBe(false);
  });

  it('carries its parameters in the query where it is a GET, and signs that', async () => {
    const { sender, requests } = application(ok);

    await sender.send(webhook({ method: 'GET' }));

    const [request] = requests;
    expect(new URL(request?.url ?? '').searchParams.get('SpeechResult')).toBe('はい、山田です');
    const signature = request?.headers.get('x-twilio-signature') ?? '';
    expect(twilio.validateRequest(authToken, signature, request?.url ?? '', {})).toBe(true);
  });

  it('does without the fragment of its address, in the request and in the signature', async () => {
    const { sender, requests } = application(ok);

    await sender.send(webhook({ url: `${webhook().url}#rc=2&rp=all` }));

    const [request] = requests;
    const form = Object.fromEntries(new URLSearchParams(await request?.text()));
    expect(request?.url).toBe(webhook().url);
    expect(
      twilio.validateRequest(
        authToken,
        request?.headers.get('x-twilio-signature') ?? '',
        webhook().url,
        form,
      ),
    ).toBe(true);
  });
});

describe('a webhook that fails', () => {
  it('is repeated once after a failed connection, with the same idempotency token', async () => {
    const { sender, requests } = application(unreachable, ok);

    const outcome = await sender.send(webhook());

    const tokens = requests.map(({ headers }) => headers.get('i-twilio-idempotency-token'));
    expect(outcome.type).toBe('answered');
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBeNull();
  });

  it('has another token the next time', async () => {
    const { sender, requests } = application(ok);

    await sender.send(webhook());
    await sender.send(webhook());

    expect(requests[0]?.headers.get('i-twilio-idempotency-token')).not.toBe(
      requests[1]?.headers.get('i-twilio-idempotency-token'),
    );
  });

  it.each([
    ['is not repeated for an answer with an error unless it asks for it', '', 1],
    ['is repeated as often as it asks for such answers', '#rc=2&rp=5xx', 3],
    ['is repeated for all failures where it asks for all', '#rc=1&rp=all', 2],
    ['is not repeated for other failures than it asks for', '#rc=2&rp=4xx', 1],
    ['takes senseless numbers for none', '#rc=9&rp=5xx', 2],
  ])('%s', async (_, fragment, attempts) => {
    const { sender, requests } = application(status(503));

    const outcome = await sender.send(webhook({ url: `${webhook().url}${fragment}` }));

    expect(requests).toHaveLength(attempts);
    expect(outcome).toEqual({ type: 'failed', code: 11200 });
  });

  it('is a failure when it is redirected', async () => {
    const { sender } = application(() => Response.redirect('https://app.test/elsewhere', 302));

    expect(await sender.send(webhook())).toEqual({ type: 'failed', code: 11200 });
  });

  it('gives up on an application that is not there', async () => {
    const { sender, requests } = application(unreachable);

    expect(await sender.send(webhook({ url: `${webhook().url}#rc=0` }))).toEqual({
      type: 'failed',
      code: 11205,
    });
    expect(requests).toHaveLength(1);
  });

  it('gives up on an application that takes longer than it may', async () => {
    const { sender } = createHangingApplication();

    const outcome = await sender.send(webhook({ url: `${webhook().url}#rc=0&tt=100` }));

    expect(outcome).toEqual({ type: 'failed', code: 11205 });
  });

  it('stops waiting when the carrier is shut down', async () => {
    const { sender } = createHangingApplication();
    const sending = sender.send(webhook());

    sender[Symbol.dispose]();

    expect(await sending).toEqual({ type: 'failed', code: 11205 });
  });
});

function createHangingApplication() {
  const sender = createWebhookSender({
    authToken,
    fetch: (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      }),
  });
  return { sender };
}
