import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consoleFiles, phoneFiles } from '../../../backend/http/console-files.ts';
import { consoleSecurity, twilioHosts } from '../../../backend/http/console-security.ts';

const here = { type: 'here' } as const;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>console</title>');
  writeFileSync(join(folder, 'phone.html'), '<title>phone</title>');
  writeFileSync(join(folder, 'icon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-abc123.js'), 'start();');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('consoleFiles', () => {
  it('serves the console, asked for afresh each time', async () => {
    const response = await consoleFiles({ folder, phonePage: here }).request('/');

    expect(await response.text()).toContain('console');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it('lets browsers keep for ever what has a hash in its name', async () => {
    const response = await consoleFiles({ folder, phonePage: here }).request('/assets/index-abc123.js');

    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });

  it('serves what else lies beside the pages', async () => {
    const response = await consoleFiles({ folder, phonePage: here }).request('/icon.svg');

    expect(response.headers.get('content-type')).toContain('image/svg+xml');
  });

  it("serves the customer's phone where the simulator is", async () => {
    const response = await consoleFiles({ folder, phonePage: here }).request('/phone');

    expect(await response.text()).toContain('phone');
  });

  it("leads to the customer's phone of a simulator that is elsewhere", async () => {
    const url = 'http://localhost:8788/phone';

    const response = await consoleFiles({ folder, phonePage: { type: 'elsewhere', url } }).request('/phone');

    expect([response.status, response.headers.get('location')]).toEqual([302, url]);
  });

  it("has no customer's phone with real telephony", async () => {
    const files = consoleFiles({ folder, phonePage: { type: 'nowhere' } });

    expect((await files.request('/phone')).status).toBe(404);
    expect((await files.request('/phone.html')).status).toBe(404);
  });

  it('does not leave its folder', async () => {
    const response = await consoleFiles({ folder, phonePage: here }).request(
      '/assets/%2e%2e/%2e%2e/etc/passwd',
    );

    expect(response.status).toBe(404);
  });
});

describe('consoleSecurity', () => {
  async function headersOf(path: string, connectTo: readonly string[], secure: boolean): Promise<Headers> {
    const app = new Hono().use(consoleSecurity({ connectTo, secure })).get('*', (c) => c.text('page'));
    return (await app.request(path)).headers;
  }

  it('lets pages run our scripts only, and talk to nobody else while telephony is simulated', async () => {
    const policy = (await headersOf('/', [], false)).get('content-security-policy');

    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('unsafe');
  });

  it('lets the softphone talk to Twilio when telephony is real', async () => {
    const headers = await headersOf('/', twilioHosts, true);

    expect(headers.get('content-security-policy')).toContain("connect-src 'self' wss://*.twilio.com");
    expect(headers.get('strict-transport-security')).not.toBeNull();
  });

  it('lets pages use the microphone and nothing else', async () => {
    const headers = await headersOf('/', [], false);

    expect(headers.get('permissions-policy')).toContain('microphone=(self)');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  it('relaxes styles on the page of the documentation alone', async () => {
    const policy = (await headersOf('/api/docs', [], false)).get('content-security-policy');

    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
  });
});

describe('phoneFiles', () => {
  it("serves the customer's phone and what it needs, and leads to it", async () => {
    const files = phoneFiles(folder);

    expect(await (await files.request('/phone')).text()).toContain('phone');
    expect((await files.request('/assets/index-abc123.js')).status).toBe(200);
    expect((await files.request('/')).headers.get('location')).toBe('/phone');
  });

  it.each(['/index.html', '/phone.html', '/assets/%2e%2e/index.html'])(
    'serves no console at %s',
    async (path) => {
      expect((await phoneFiles(folder).request(path)).status).toBe(404);
    },
  );
});
