import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseConfig } from '../../backend/config/config.ts';
import { agentStatusSchema } from '../../backend/contract/agents.ts';
import { softphoneTokenSchema } from '../../backend/contract/session.ts';
import { testCallSchema } from '../../backend/contract/test-calls.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { listen } from '../../backend/http/listen.ts';
import { createLog } from '../../backend/kernel/log.ts';
import { startServer } from '../../backend/server.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { openVoiceWindow, type VoiceWindow } from '../backend/simulator/gateway/voice-window.ts';
import { bundleForBrowser } from '../support/browser-bundle.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { authSecret, openDemoDatabase } from '../support/demo-database.ts';
import { freePort } from '../support/free-port.ts';
import { eventuallyAtServer } from '../support/patience.ts';
import { launchVoiceBrowser, MICROPHONE_HZ } from '../support/voice-browser.ts';

const nearlyHz = 20;
const audibleDb = -40;

/** What is to be undone, the last first. */
const undo: (() => unknown)[] = [];
let url: string;
let agent: ConsoleClient;
let softphone: VoiceWindow;

beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  const database = await openDemoDatabase();
  undo.push(() => database[Symbol.dispose]());
  const config = parseConfig({ PORT: String(port) });
  const log = createLog('silent');
  const server = await startServer({ config, database, authSecret, log, consoleFolder: 'out/renderer' });
  undo.push(() => server[Symbol.asyncDispose]());
  const [account] = demoAccounts;
  if (account === undefined) throw new Error('the demo accounts are missing');
  agent = await openConsole(url, account);
  undo.push(() => agent[Symbol.asyncDispose]());
  softphone = await openSoftphone(port);
  await agent.connect();
});

afterAll(async () => {
  for (const end of undo.toReversed()) await end();
});

/** The unmodified Voice SDK in a page of its own, for the agent's console. */
async function openSoftphone(serverPort: number): Promise<VoiceWindow> {
  const script = await bundleForBrowser(new URL('../src-renderer/support/voice-page.ts', import.meta.url));
  const page = new Hono()
    .get('/', (c) => c.html('<!doctype html><script type="module" src="/page.js"></script>'))
    .get('/page.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }));
  const listening = await listen(page, { host: 'localhost', port: 0 });
  undo.push(() => listening[Symbol.asyncDispose]());
  const browser = await launchVoiceBrowser();
  undo.push(() => browser.close());
  const { token } = await agent.ask(softphoneTokenSchema, 'POST', '/api/softphone/token', {});
  const opened = await openVoiceWindow(browser, {
    port: listening.port,
    gatewayPort: serverPort,
    token: () => token,
    windowName: agent.clientId,
  });
  await eventuallyAtServer(async () => expect(await opened.events()).toContain('registered'));
  return opened;
}

async function presence(): Promise<string | undefined> {
  const { agents } = await agent.ask(z.object({ agents: z.array(agentStatusSchema) }), 'GET', '/api/agents');
  return agents.find(({ agentId }) => agentId === agent.agentId)?.presence;
}

async function step(): Promise<string> {
  return (await agent.ask(testCallSchema, 'GET', '/api/softphone/test-call')).step;
}

function begin(): Promise<z.infer<typeof testCallSchema>> {
  const wanted = { clientId: agent.clientId, language: 'ja' };
  return agent.ask(testCallSchema, 'POST', '/api/softphone/test-call', wanted);
}

async function atCarrier<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  const { accountSid, authToken } = simulatedAccount;
  const response = await fetch(`${url}/simulator/2010-04-01/Accounts/${accountSid}/${path}`, {
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
  });
  return schema.parse(await response.json());
}

const callsSchema = z.object({ calls: z.array(z.object({ sid: z.string() })) });
const recordingsSchema = z.object({ recordings: z.array(z.object({ duration: z.string() })) });

async function recordings(): Promise<readonly string[]> {
  const { calls } = await atCarrier('Calls.json', callsSchema);
  const found = await atCarrier(`Recordings.json?CallSid=${calls[0]?.sid}`, recordingsSchema);
  return found.recordings.map(({ duration }) => duration);
}

describe('a test call', () => {
  it('gives the agent their own voice back over the carrier, and leaves nothing of it', async () => {
    await begin();
    await eventuallyAtServer(async () => expect(await softphone.events()).toContain('test-rung'));
    await softphone.do('answerTest()');

    await eventuallyAtServer(async () => expect(await step()).toBe('listening'));
    expect(await presence()).toBe('busy');
    await expect(begin()).rejects.toThrow('agent-on-a-call');

    await eventuallyAtServer(async () => expect(await step()).toBe('playing'));
    expect(await recordings()).toEqual(['5']);
    await eventuallyAtServer(async () => {
      const heard = await softphone.heard();
      expect(heard?.levelDb).toBeGreaterThan(audibleDb);
      expect(Math.abs((heard?.frequencyHz ?? 0) - MICROPHONE_HZ)).toBeLessThan(nearlyHz);
    });

    await eventuallyAtServer(async () => expect(await softphone.events()).toContain('test-ended'));
    await eventuallyAtServer(async () => expect(await step()).toBe('over'));
    expect(await presence()).toBe('available');
    await eventuallyAtServer(async () => expect(await recordings()).toEqual([]));
    expect(await agent.ask(z.object({ calls: z.array(z.unknown()) }), 'GET', '/api/calls/active')).toEqual({
      calls: [],
    });
  });

  it('ends when the agent hangs up, and leaves nothing of what was said', async () => {
    await begin();
    await eventuallyAtServer(async () =>
      expect((await softphone.events()).filter((event) => event === 'test-rung')).toHaveLength(2),
    );
    await softphone.do('answerTest()');
    await eventuallyAtServer(async () => expect(await step()).toBe('listening'));

    await softphone.do('hangUpTest()');

    await eventuallyAtServer(async () => expect(await step()).toBe('over'));
    expect(await presence()).toBe('available');
    await eventuallyAtServer(async () => expect(await recordings()).toEqual([]));
  });
});
