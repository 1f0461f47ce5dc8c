import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { customerPhoneNumber } from '../../../../backend/simulator/personas/numbers.ts';
import { sign } from '../../../support/twilio-webhooks.ts';
import { type Bench, createBench, type ReceivedWebhook } from '../support/bench.ts';
import { createTestPhone, type TestPhone } from '../support/test-phone.ts';

const frameSchema = z.looseObject({ type: z.string() });
const addressSchema = z.object({ port: z.number() });
type Frame = z.infer<typeof frameSchema>;

describe('a simulated ConversationRelay', () => {
  let server: WebSocketServer;
  let phone: TestPhone;
  let bench: Bench;
  let frames: Frame[];
  let sockets: { readonly socket: WebSocket; readonly url: string; readonly signature: unknown }[];

  beforeEach(async () => {
    frames = [];
    sockets = [];
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket, { url = '', headers }) => {
      sockets.push({ socket, url, signature: headers['x-twilio-signature'] });
      socket.on('message', (data) => frames.push(frameSchema.parse(JSON.parse(String(data)))));
    });
    await once(server, 'listening');
    phone = createTestPhone();
    bench = createBench({ customerPhone: phone, speed: 10, answer });
  });

  afterEach(() => {
    bench[Symbol.dispose]();
    for (const { socket } of sockets) socket.terminate();
    server.close();
  });

  function url(): string {
    const { port } = addressSchema.parse(server.address());
    return `ws://127.0.0.1:${port}/relay?callId=1&legId=2`;
  }

  function answer({ path }: ReceivedWebhook): string {
    if (path !== '/voice') return '<Hangup/>';
    const relay = `<ConversationRelay url="${url().replaceAll('&', '&amp;')}" language="ja-JP" ttsProvider="Google" dtmfDetection="true" partialPrompts="true" debug="speaker-events"><Language code="en-US"/><Parameter name="shop" value="3"/></ConversationRelay>`;
    return `<Connect action="/ended">${relay}</Connect>`;
  }

  async function call(): Promise<void> {
    await bench.post('/Calls.json', {
      From: simulatedAccount.callerNumber,
      To: customerPhoneNumber,
      Url: 'https://app.test/voice',
    });
  }

  async function connected(): Promise<void> {
    await call();
    await frame('setup');
  }

  function frame(type: string, n = 0): Promise<Frame> {
    return bench.until(() => frames.filter((one) => one.type === type)[n]);
  }

  function send(message: object): void {
    sockets.at(-1)?.socket.send(JSON.stringify(message));
  }

  function ended(): Promise<ReceivedWebhook> {
    return bench.webhook(({ path }) => path === '/ended');
  }

  function speaking(name: string, value: string, n = 0): Promise<Frame> {
    return bench.until(() => frames.filter((one) => one['name'] === name && one['value'] === value)[n]);
  }

  it('connects to the very address, signed, and says of which call it is', async () => {
    await connected();

    expect(sockets).toMatchObject([
      { url: '/relay?callId=1&legId=2', signature: sign(url(), {}, simulatedAccount.authToken) },
    ]);
    expect(frames[0]).toMatchObject({
      type: 'setup',
      sessionId: expect.stringMatching(/^VX[0-9a-f]{32}$/),
      accountSid: simulatedAccount.accountSid,
      callSid: phone.calls[0]?.callSid,
      from: simulatedAccount.callerNumber,
      to: customerPhoneNumber,
      direction: 'outbound-api',
      callStatus: 'IN-PROGRESS',
      customParameters: { shop: '3' },
    });
  });

  it('tells what is being said, and then what was', async () => {
    await connected();

    phone.say('どちら様でしょうか', 1_500);
    const last = await bench.until(() => frames.find((one) => one['last'] === true));

    expect(last).toEqual({ type: 'prompt', voicePrompt: 'どちら様でしょうか', lang: 'ja-JP', last: true });
    expect(frames.find((one) => one['last'] === false)).toMatchObject({
      voicePrompt: expect.stringMatching(/^どち/),
    });
    await speaking('clientSpeaking', 'on');
    await speaking('clientSpeaking', 'off');
  });

  it('says what it is given, token by token, until the last', async () => {
    await connected();

    send({ type: 'text', token: 'お世話に', last: false });
    send({ type: 'text', token: 'なっております。', last: true });
    await speaking('agentSpeaking', 'off');

    expect(phone.heard).toEqual(['お世話になっております。']);
  });

  it('stops when somebody speaks over it, and tells how much was heard', async () => {
    await connected();
    send({ type: 'text', token: 'あ'.repeat(70), last: true, interruptible: true });
    send({ type: 'text', token: '忘れられる。', last: true, interruptible: true });
    await speaking('agentSpeaking', 'on');
    await bench.pass(2_000);

    phone.say('すみません', 1_000);
    const { utteranceUntilInterrupt, durationUntilInterruptMs } = await frame('interrupt');
    await bench.until(() => frames.find((one) => one['last'] === true));

    const heard = String(utteranceUntilInterrupt).length;
    expect(heard).toBeGreaterThan(5);
    expect(heard).toBeLessThan(50);
    expect(Number(durationUntilInterruptMs)).toBeGreaterThan(1_500);
    expect(phone.heard).toHaveLength(1);
  });

  it('is deaf while it says what cannot be interrupted', async () => {
    await connected();
    send({ type: 'text', token: 'あ'.repeat(28), last: true, interruptible: false });
    await speaking('agentSpeaking', 'on');

    phone.say('はい', 500);
    await speaking('agentSpeaking', 'off');
    await bench.pass(2_000);

    expect(frames.filter(({ type }) => type === 'interrupt' || type === 'prompt')).toEqual([]);
  });

  it('tells keys', async () => {
    await connected();

    phone.press('5');

    expect(await frame('dtmf')).toEqual({ type: 'dtmf', digit: '5' });
  });

  it('hands over what the application ends it with', async () => {
    await connected();

    send({ type: 'end', handoffData: '{"round":3}' });

    const { parameters } = await ended();
    expect(parameters).toMatchObject({
      CallSid: phone.calls[0]?.callSid,
      CallStatus: 'in-progress',
      SessionId: frames[0]?.['sessionId'],
      SessionStatus: 'ended',
      SessionDuration: expect.stringMatching(/^\d+$/),
      HandoffData: '{"round":3}',
    });
    expect(parameters).not.toHaveProperty('ErrorCode');
  });

  it('fails when the application closes it', async () => {
    await connected();

    sockets[0]?.socket.close(1_011);

    expect((await ended()).parameters).toMatchObject({ SessionStatus: 'failed', ErrorCode: '64105' });
  });

  it('fails when the application refuses it', async () => {
    server.options.verifyClient = () => false;

    await call();

    expect((await ended()).parameters).toMatchObject({ SessionStatus: 'failed', ErrorCode: '39001' });
    expect(frames).toEqual([]);
  });

  it('points out what it does not understand, and fails at the tenth time in a row', async () => {
    await connected();

    send({ type: 'text', words: 'はい' });
    const error = await frame('error');
    for (let time = 1; time < 10; time += 1) send({ type: 'sing' });

    expect(error).toMatchObject({ description: expect.stringContaining('Invalid message received') });
    expect((await ended()).parameters).toMatchObject({ SessionStatus: 'failed', ErrorCode: '64105' });
    expect(bench.observe().errors.map(({ code }) => code)).toContain(64107);
  });

  it('is completed with the call', async () => {
    await connected();

    phone.hangUp();

    expect((await ended()).parameters).toMatchObject({ SessionStatus: 'completed', CallStatus: 'completed' });
  });
});
