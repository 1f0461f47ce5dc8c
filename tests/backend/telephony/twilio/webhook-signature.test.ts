import fc from 'fast-check';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type SignedWebhook,
  verifySignature,
} from '../../../../backend/telephony/twilio/webhook-signature.ts';
import { silentLog } from '../../../support/api.ts';
import { callId, legId, legRef } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, sign, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const address = `/call-status?callId=${callId}&legId=${legId}`;
const ringing = { CallSid: legRef, CallStatus: 'ringing', SequenceNumber: '1' };

describe('the signature of a webhook', () => {
  let webhooks: TestedWebhooks;

  beforeEach(() => {
    webhooks = createTestedWebhooks();
  });

  afterEach(() => webhooks[Symbol.dispose]());

  it('lets in what Twilio has signed, whatever host it came to', async () => {
    const response = await webhooks.send(address, ringing);

    expect(response.status).toBe(204);
    expect(webhooks.events.told).toHaveLength(1);
  });

  it.each([
    ['none', null],
    ['an empty one', ''],
    ['one of another account', sign(`https://calls.example.com/webhooks/twilio${address}`, ringing, 'other')],
    ['one of another address', sign(`https://evil.example.com/webhooks/twilio${address}`, ringing)],
    ['one for the address it came to', sign(`http://10.0.0.7:3000/webhooks/twilio${address}`, ringing)],
    [
      'one of other parameters',
      sign(`https://calls.example.com/webhooks/twilio${address}`, { CallSid: legRef }),
    ],
  ])('turns away %s and leaves no trace', async (_case, signature) => {
    const response = await webhooks.sendSigned(address, ringing, signature);

    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
    expect(webhooks.events.told).toEqual([]);
  });

  it('does not wait for ever for a body that stalls', async () => {
    const guarded = new Hono<SignedWebhook>().use(
      verifySignature({
        authToken: 'secret',
        publicUrl: 'https://calls.example.com',
        log: silentLog,
        bodyPatienceMs: 20,
      }),
    );
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode('CallSid=')),
    });
    const request = new Request('http://localhost/call-status', { method: 'POST', body, duplex: 'half' });

    const response = await guarded.request(request);

    expect(response.status).toBe(408);
  });

  it.each(['/gather', '/hold', '/announce?text=x', '/nothing-there'])('guards %s', async (path) => {
    const response = await webhooks.sendSigned(path, {}, null);

    expect(response.status).toBe(403);
  });

  it('turns away what was signed and then changed, wherever it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('CallSid', 'CallStatus', 'SequenceNumber', 'Extra'),
        fc.string({ minLength: 1 }),
        async (name, value) => {
          fc.pre(new URLSearchParams(ringing).get(name) !== value);
          const signature = sign(`https://calls.example.com/webhooks/twilio${address}`, ringing);

          const response = await webhooks.sendSigned(address, { ...ringing, [name]: value }, signature);

          expect(response.status).toBe(403);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('lets in every text that can be said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const url = `/gather?callId=${callId}&legId=${legId}&round=1`;

        const response = await webhooks.send(url, { CallSid: legRef, SpeechResult: text });

        expect(response.status).toBe(200);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the port of a signed address', () => {
  it.each([
    ['https://calls.example.com', 'https://calls.example.com'],
    ['https://calls.example.com', 'https://calls.example.com:443'],
    ['https://calls.example.com:8443', 'https://calls.example.com:8443'],
    ['https://calls.example.com:8443', 'https://calls.example.com'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://localhost:8787', 'http://localhost'],
    ['http://localhost', 'http://localhost:80'],
  ])('at %s may be signed as %s', async (publicUrl, signedAs) => {
    using webhooks = createTestedWebhooks(publicUrl);
    const signature = sign(`${signedAs}/webhooks/twilio${address}`, ringing);

    const response = await webhooks.sendSigned(address, ringing, signature);

    expect(response.status).toBe(204);
  });

  it('is not some other port', async () => {
    using webhooks = createTestedWebhooks('https://calls.example.com:8443');
    const signature = sign(`https://calls.example.com:9443/webhooks/twilio${address}`, ringing);

    const response = await webhooks.sendSigned(address, ringing, signature);

    expect(response.status).toBe(403);
  });
});
