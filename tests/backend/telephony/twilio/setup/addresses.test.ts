import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../../../../backend/http/listen.ts';
import { freePort } from '../../../../support/free-port.ts';
import {
  answerAtDoor,
  madeSettings,
  type SetUpBench,
  said,
  startSetUpBench,
} from '../../../../support/set-up-bench.ts';

let bench: SetUpBench;

async function start(options: Parameters<typeof startSetUpBench>[0] = {}): Promise<void> {
  await bench?.[Symbol.asyncDispose]();
  bench = await startSetUpBench(options);
  answerAtDoor(bench);
}

beforeEach(() => start());
afterEach(() => bench[Symbol.asyncDispose]());

describe('the round trip to PUBLIC_URL', () => {
  /** Another server at another public address, which says something of its own. */
  async function askedOf(answer: (app: Hono) => unknown): Promise<readonly string[]> {
    const app = new Hono();
    answer(app);
    await using there = await listen(app, { port: 0, host: '127.0.0.1' });
    const findings = await bench.run('look', {
      ...madeSettings,
      PUBLIC_URL: `http://127.0.0.1:${there.port}`,
    });
    return said(findings, 'wrong').filter((sentence) => /PUBLIC_URL|signature/.test(sentence));
  }

  it('comes through', async () => {
    const findings = await bench.run('look', madeSettings);

    expect(said(findings, 'right')).toContainEqual(
      expect.stringMatching(/^A signed webhook to PUBLIC_URL came through/),
    );
  });

  it.each([
    [
      'a server with another auth token',
      (app: Hono) => app.all('*', (c) => c.body(null, 403)),
      'The webhook came through, but its signature was refused.',
    ],
    [
      'a redirect',
      (app: Hono) => app.all('*', (c) => c.redirect('https://www.example.com/', 301)),
      'PUBLIC_URL redirects to https://www.example.com/.',
    ],
    [
      'a page of its own',
      (app: Hono) => app.all('*', (c) => c.html('Welcome!')),
      'Something else than Toritsugi answers at PUBLIC_URL.',
    ],
    [
      'a proxy without a server',
      (app: Hono) => app.all('*', (c) => c.body(null, 502)),
      'PUBLIC_URL answers with HTTP 502.',
    ],
  ])('finds %s', async (_what, answer, sentence) => {
    expect(await askedOf(answer)).toEqual([sentence]);
  });

  it('finds a server that knows itself under another address', async () => {
    const pass = (app: Hono) =>
      app.post('*', async (c) =>
        fetch(c.req.url.replace(/^http:\/\/[^/]+/, bench.publicUrl), {
          method: 'POST',
          headers: { 'x-twilio-signature': c.req.header('x-twilio-signature') ?? '' },
          body: await c.req.text(),
        }),
      );

    expect(await askedOf(pass)).toEqual(['The webhook came through, but its signature was refused.']);
  });

  it('finds nobody', async () => {
    const findings = await bench.run('look', {
      ...madeSettings,
      PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
    });

    expect(said(findings, 'wrong')).toContain('PUBLIC_URL is refused: nobody listens there (ECONNREFUSED).');
  });
});

describe('FALLBACK_URL', () => {
  const apology = readFileSync('resources/twilio-fallback.xml', 'utf8');
  const xml = { 'content-type': 'text/xml; charset=utf-8' };

  async function answeringWith(answer: (app: Hono) => unknown): Promise<readonly string[]> {
    const app = new Hono();
    answer(app);
    await using there = await listen(app, { port: 0, host: '127.0.0.1' });
    const findings = await bench.run('look', {
      ...madeSettings,
      FALLBACK_URL: `http://127.0.0.1:${there.port}/sorry.xml`,
    });
    return findings.map(({ about }) => about.en).filter((sentence) => sentence.startsWith('FALLBACK_URL'));
  }

  it('is right when it gives the apology that comes with the product', async () => {
    const sentences = await answeringWith((app) => app.get('/sorry.xml', (c) => c.body(apology, 200, xml)));

    expect(sentences).toEqual(['FALLBACK_URL answers with TwiML that Twilio can play.']);
  });

  it.each([
    ['404', (app: Hono) => app, 'FALLBACK_URL answers with HTTP 404.'],
    [
      'text',
      (app: Hono) => app.get('*', (c) => c.text(apology)),
      'FALLBACK_URL says that it is "text/plain; charset=UTF-8", and not text/xml.',
    ],
    [
      'broken XML',
      (app: Hono) => app.get('*', (c) => c.body('<Response><Say>', 200, xml)),
      'FALLBACK_URL answers with what is not well-formed XML.',
    ],
    [
      'another document',
      (app: Hono) => app.get('*', (c) => c.body('<rss/>', 200, xml)),
      'FALLBACK_URL answers with <rss> instead of TwiML.',
    ],
    [
      'silence',
      (app: Hono) => app.get('*', (c) => c.body('<Response/>', 200, xml)),
      'FALLBACK_URL says nothing: there is no <Say> and no <Play>.',
    ],
    [
      'a question',
      (app: Hono) => app.get('*', (c) => c.body('<Response><Gather/></Response>', 200, xml)),
      'FALLBACK_URL contains <Gather>, which needs a server.',
    ],
  ])('is wrong when it gives %s', async (_what, answer, sentence) => {
    expect(await answeringWith(answer)).toEqual([sentence]);
  });

  it('is wrong on the host that it is to stand in for', async () => {
    const findings = await bench.run('look', {
      ...madeSettings,
      FALLBACK_URL: `${bench.publicUrl}/sorry.xml`,
    });

    expect(said(findings, 'wrong')).toContain(
      'FALLBACK_URL is on the host of PUBLIC_URL, and would be down together with it.',
    );
  });

  it('leaves the application to AI_FALLBACK_URL, which asks for a moment instead', async () => {
    await start();
    const [sorry, moment] = ['http://127.0.0.1:1/sorry.xml', 'http://127.0.0.1:1/moment.xml'];

    const findings = await bench.run('mend', {
      ...madeSettings,
      FALLBACK_URL: sorry,
      AI_FALLBACK_URL: moment,
    });

    const given = bench.exchanged.flatMap(({ form }) => form.get('VoiceFallbackUrl')?.split('#')[0] ?? []);
    expect(given).toEqual([moment, sorry, sorry]);
    expect(said(findings, 'wrong')).toContainEqual(expect.stringMatching(/^AI_FALLBACK_URL /));
  });

  it('is given to application and numbers, to be asked by GET', async () => {
    await start();
    const fallbackUrl = 'http://127.0.0.1:1/sorry.xml';

    await bench.run('mend', { ...madeSettings, FALLBACK_URL: fallbackUrl });

    const given = bench.exchanged.filter(({ method }) => method === 'POST');
    expect(given.map(({ form }) => [form.get('VoiceFallbackMethod'), form.get('VoiceFallbackUrl')])).toEqual([
      ['GET', `${fallbackUrl}#ct=2000&rt=5000&rc=3&rp=all&e=tokyo`],
      ['GET', `${fallbackUrl}#ct=2000&rt=5000&rc=3&rp=all&e=tokyo`],
      ['GET', `${fallbackUrl}#ct=2000&rt=5000&rc=3&rp=all&e=tokyo`],
    ]);
  });
});
