import { Hono } from 'hono';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { type Listening, listen } from '../../../../backend/http/listen.ts';
import { systemClock } from '../../../../backend/kernel/clock.ts';
import { createLog } from '../../../../backend/kernel/log.ts';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import {
  createSoftphoneGateway,
  type SoftphoneGateway,
} from '../../../../backend/simulator/gateway/softphone-gateway.ts';
import { createMixer } from '../../../../backend/simulator/media/mixer.ts';
import { createTone } from '../../../../backend/simulator/media/sound-source.ts';
import {
  type CustomerPhone,
  createCustomerPhone,
} from '../../../../backend/simulator/phone/customer-phone.ts';
import { createPhoneDevices } from '../../../../backend/simulator/phone/phone-devices.ts';
import { phoneRoutes } from '../../../../backend/simulator/phone/phone-routes.ts';
import { bundleForBrowser } from '../../../support/browser-bundle.ts';
import { patience } from '../../../support/patience.ts';
import { launchVoiceBrowser, MICROPHONE_HZ } from '../../../support/voice-browser.ts';
import { ringEndpoint, type SeenCall } from '../seen-call.ts';

const AGENT_HZ = 1_000;
const wait = { ...patience, interval: 50 };
const unmixed = { muted: false, onHold: false, coaching: null };

describe("the customer's phone page, in Chromium", () => {
  let browser: Browser;
  let listening: Listening;
  let gateway: SoftphoneGateway;
  let phone: CustomerPhone;
  let page: Page;
  let listeningScript: string;

  beforeAll(async () => {
    browser = await launchVoiceBrowser();
    const log = createLog('silent');
    const account = simulatedAccount;
    gateway = createSoftphoneGateway({ account, clock: systemClock, log });
    const devices = createPhoneDevices(gateway);
    phone = createCustomerPhone({
      number: '+81300990001',
      devices,
      dial: () => undefined,
      clock: systemClock,
    });
    const routes = phoneRoutes({ phone, account, clock: systemClock, log });
    listeningScript = await bundleForBrowser(
      new URL('../../../src-renderer/support/listen-to-calls.ts', import.meta.url),
    );
    const app = await pageServer();
    app.route('/simulator', gateway.app).route('/simulator', routes);
    listening = await listen(app, { host: 'localhost', port: 0 });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    gateway[Symbol.dispose]();
    await listening[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    page = await browser.newPage({ locale: 'ja-JP' });
    page.setDefaultTimeout(10_000);
    await page.addInitScript({ content: listeningScript });
    await page.goto(`http://localhost:${listening.port}/phone`);
    await page.getByText('電話をお待ちしています').waitFor();
  });
  afterEach(async () => {
    await page.close();
  });

  async function answered(): Promise<SeenCall> {
    const seen = ringEndpoint(phone);
    await page.getByRole('button', { name: '電話に出る' }).click();
    await vi.waitFor(() => expect(seen.happened).toEqual(['ringing', 'answered']), wait);
    return seen;
  }

  it('tells its number, rings, and speaks with typed words and ready phrases', async () => {
    await page.getByText('03-0099-0001').waitFor();
    const seen = await answered();

    await page.getByRole('button', { name: 'はい、ミナト工業でございます。' }).click();
    await page.getByLabel('話す言葉').fill('どちら様ですか');
    await page.keyboard.press('Enter');
    seen.call.heard({ text: 'お世話になっております。', confidence: 1, durationMs: 1_500 });

    await page.getByRole('list', { name: '会話' }).getByText('お世話になっております。').waitFor();
    expect(seen.happened.slice(2)).toEqual(['said はい、ミナト工業でございます。', 'said どちら様ですか']);
  }, 30_000);

  it('presses keys, and hangs up', async () => {
    const seen = await answered();

    await page.getByRole('button', { name: 'キーパッド' }).click();
    await page.getByRole('button', { name: '1', exact: true }).click();
    await page.getByRole('button', { name: '電話を切る' }).click();

    await page.getByText('通話が終わりました').waitFor();
    await vi.waitFor(() => expect(seen.happened.slice(2)).toEqual(['pressed 1', 'hung up']), wait);
  }, 30_000);

  it('is busy when the person does not answer', async () => {
    const seen = ringEndpoint(phone);

    await page.getByRole('button', { name: '出ない' }).click();

    await vi.waitFor(() => expect(seen.happened).toEqual(['ringing', 'refused: busy']), wait);
    await page.getByText('電話をお待ちしています').waitFor();
  }, 30_000);

  it('shows that the caller hung up', async () => {
    const seen = await answered();

    seen.call.end();

    await page.getByText('通話が終わりました').waitFor();
  }, 30_000);

  it('carries live sound both ways, but not the stand-in for words that it reads out itself', async () => {
    using mixer = createMixer();
    const room = mixer.createRoom();
    const seen = await answered();
    const audio = seen.audio();
    if (audio === null) throw new Error('answered without sound');
    room.join('phone', audio, unmixed);
    room.join('agent', { read: createTone(AGENT_HZ, 8_000), play: () => undefined }, unmixed);

    await page.getByText('音声もつながっています').waitFor();
    await vi.waitFor(() => expectHz(room.observe('agent')?.heard.frequencyHz, MICROPHONE_HZ), wait);
    await vi.waitFor(async () => expectHz((await heard(page)).frequencyHz, AGENT_HZ), wait);

    seen.call.heard({ text: 'もしもし', confidence: 1, durationMs: 60_000 });
    await vi.waitFor(async () => expect((await heard(page)).levelDb ?? -100).toBeLessThan(-60), wait);

    seen.call.heardBreakOff();
    await vi.waitFor(async () => expectHz((await heard(page)).frequencyHz, AGENT_HZ), wait);
  }, 30_000);
});

async function pageServer(): Promise<Hono> {
  const script = await bundleForBrowser(new URL('../../../../src-renderer/phone.tsx', import.meta.url));
  const html = '<!doctype html><div id="root"></div><script type="module" src="/phone.js"></script>';
  return new Hono()
    .get('/phone', (c) => c.html(html))
    .get('/phone.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }));
}

const heardSchema = z.object({ levelDb: z.number().nullable(), frequencyHz: z.number() });

async function heard(page: Page): Promise<z.infer<typeof heardSchema>> {
  return heardSchema.parse(JSON.parse(z.string().parse(await page.evaluate('JSON.stringify(heardSound())'))));
}

function expectHz(heardHz: number | null | undefined, hz: number): void {
  expect(Math.abs((heardHz ?? 0) - hz)).toBeLessThanOrEqual(20);
}
