import { describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import { customerPhoneNumber } from '../../../../backend/simulator/personas/numbers.ts';
import { type Answer, type Bench, createBench, type ReceivedWebhook } from '../support/bench.ts';
import { createTestPhone, type TestPhone } from '../support/test-phone.ts';

/** Documents by the path that asks for them. */
const documents =
  (byPath: Readonly<Record<string, string | ((webhook: ReceivedWebhook) => string)>>): Answer =>
  (webhook) => {
    const document = byPath[webhook.path];
    return typeof document === 'function' ? document(webhook) : document;
  };

const broken = (): Response => new Response(null, { status: 500 });

interface Line {
  readonly bench: Bench;
  readonly phone: TestPhone;
}

/** A telephone that is called, and whose call runs the document at `/voice`. */
async function call(answer: Answer, more: Readonly<Record<string, string>> = {}): Promise<Line & Disposable> {
  const phone = createTestPhone();
  const bench = createBench({ customerPhone: phone, answer });
  await bench.post('/Calls.json', {
    From: simulatedAccount.callerNumber,
    To: customerPhoneNumber,
    Url: 'https://app.test/voice',
    StatusCallback: 'https://app.test/status',
    ...more,
  });
  await bench.webhook(({ path }) => path === '/voice');
  return { bench, phone, [Symbol.dispose]: () => bench[Symbol.dispose]() };
}

const gather = (attributes: string, inner = ''): string =>
  `<Gather input="speech dtmf" language="ja-JP" action="/gather" ${attributes}>${inner}</Gather><Redirect>/next</Redirect>`;
const requestTo =
  (path: string) =>
  (webhook: ReceivedWebhook): boolean =>
    webhook.path === path;

describe('a program on a call', () => {
  it('asks the fallback instead of an address that fails, and goes on with what that says', async () => {
    const answer: Answer = (webhook) => {
      if (webhook.path === '/next') return broken();
      return documents({
        '/voice': '<Redirect>/next</Redirect>',
        '/fallback': '<Say>少々お待ちください。</Say><Pause length="5"/>',
      })(webhook);
    };
    using line = await call(answer, { FallbackUrl: 'https://app.test/fallback' });

    const { parameters } = await line.bench.webhook(requestTo('/fallback'));
    await line.bench.until(() => line.phone.heard.length > 0);

    expect(parameters['ErrorCode']).toMatch(/^\d{5}$/);
    expect(line.phone.heard[0]).toBe('少々お待ちください。');
  });

  it('apologises where the fallback fails, too', async () => {
    using line = await call(broken, { FallbackUrl: 'https://app.test/fallback' });

    await line.bench.until(() => line.phone.isOver());

    expect(line.phone.heard[0]).toContain('an application error has occurred');
  });

  it('is asked for with the parameters of the call', async () => {
    using line = await call(documents({ '/voice': '<Hangup/>' }));

    const { parameters, method } = await line.bench.webhook(requestTo('/voice'));

    expect(method).toBe('POST');
    expect(parameters).toMatchObject({
      AccountSid: simulatedAccount.accountSid,
      ApiVersion: '2010-04-01',
      CallSid: line.phone.calls[0]?.callSid,
      CallStatus: 'in-progress',
      Direction: 'outbound-api',
      From: simulatedAccount.callerNumber,
      Caller: simulatedAccount.callerNumber,
      To: customerPhoneNumber,
      Called: customerPhoneNumber,
    });
  });

  it('says, waits, goes on to where it is redirected, and hangs up at the end', async () => {
    using line = await call(
      documents({
        '/voice': '<Say>あいうえおかき</Say><Pause length="2"/><Redirect method="GET">/second?x=1</Redirect>',
        '/second': '<Say>さようなら。</Say>',
      }),
    );

    const first = await line.bench.webhook(requestTo('/voice'));
    const second = await line.bench.webhook(requestTo('/second'));
    await line.bench.until(() => line.phone.isOver());

    expect(line.phone.heard).toEqual(['あいうえおかき', 'さようなら。']);
    expect(second.method).toBe('GET');
    expect((second.at - first.at) / 1_000).toBeGreaterThan(2.9);
  });

  it('presses keys that the other side hears', async () => {
    using line = await call(documents({ '/voice': '<Play digits="1w2"/>' }));

    await line.bench.until(() => line.phone.isOver());

    expect(line.phone.heardKeys).toEqual(['1', '2']);
  });

  it('plays recordings for as long as they last', async () => {
    const wav = new Uint8Array(44 + 16_000);
    const view = new DataView(wav.buffer);
    wav.set(new TextEncoder().encode('RIFF'), 0);
    wav.set(new TextEncoder().encode('WAVEfmt '), 8);
    view.setUint32(16, 16, true);
    view.setUint32(28, 8_000, true);
    wav.set(new TextEncoder().encode('data'), 36);
    view.setUint32(40, 16_000, true);
    using line = await call((webhook) => {
      if (webhook.path === '/hold.wav')
        return new Response(wav, { headers: { 'content-type': 'audio/wav' } });
      return webhook.path === '/voice' ? '<Play>/hold.wav</Play><Redirect>/next</Redirect>' : undefined;
    });

    const begin = await line.bench.webhook(requestTo('/hold.wav'));
    const next = await line.bench.webhook(requestTo('/next'));

    expect((next.at - begin.at) / 1_000).toBeGreaterThan(1.9);
    expect((next.at - begin.at) / 1_000).toBeLessThan(6);
    const [leg] = line.bench.observe().legs;
    expect(leg?.heard[0]?.what).toEqual({ type: 'recording', text: 'https://app.test/hold.wav' });
  });

  it('records nothing of silence, and goes on with the next verb after a tone', async () => {
    using line = await call(
      documents({
        '/voice':
          '<Record timeout="2" maxLength="5" trim="do-not-trim" action="/recorded"/><Say>何も聞こえません。</Say>',
      }),
    );

    await line.bench.until(() => line.phone.isOver());

    expect(line.phone.heard).toEqual(['何も聞こえません。']);
    const [leg] = line.bench.observe().legs;
    expect(leg?.heard[0]?.what).toEqual({ type: 'recording', text: 'beep' });
    const { body } = await line.bench.get(`/Recordings.json?CallSid=${line.phone.calls[0]?.callSid}`);
    expect(body['recordings']).toEqual([]);
  });

  it('goes on without a recording that is not there, and reports it', async () => {
    using line = await call((webhook) => {
      if (webhook.path === '/voice') return '<Play>/gone.wav</Play><Say>はい。</Say>';
      return new Response(null, { status: webhook.path === '/gone.wav' ? 404 : 204 });
    });

    await line.bench.until(() => line.phone.isOver());

    expect(line.phone.heard).toEqual(['はい。']);
    expect(line.bench.observe().errors).toMatchObject([{ code: 11200 }]);
  });

  it('enters a conference under a label, and goes on when it is out of it', async () => {
    using line = await call(
      documents({
        '/voice':
          '<Dial action="/after"><Conference participantLabel="agent-1" waitUrl="" statusCallback="https://app.test/conference" statusCallbackEvent="join leave">room</Conference></Dial>',
        '/after': '<Say>ありがとうございました。</Say>',
      }),
    );
    const join = await line.bench.event('participant-join');

    await line.bench.remove(`/Conferences/${join.parameters['ConferenceSid']}/Participants/agent-1.json`);

    await line.bench.until(() => line.phone.isOver());
    expect(join.parameters).toMatchObject({ FriendlyName: 'room', ParticipantLabel: 'agent-1' });
    expect(line.phone.heard).toEqual(['ありがとうございました。']);
  });

  it('stops when the other side hangs up', async () => {
    using line = await call(documents({ '/voice': '<Say>あいうえお</Say><Redirect>/next</Redirect>' }));

    line.phone.hangUp();

    await line.bench.webhook(({ parameters }) => parameters['CallStatus'] === 'completed');
    expect(line.bench.received.some(requestTo('/next'))).toBe(false);
  });
});

describe('a program that goes wrong', () => {
  it.each([
    [
      'a document that is none',
      12100,
      () => new Response('hello', { headers: { 'content-type': 'text/xml' } }),
    ],
    ['a content type that is none', 12300, () => Response.json({})],
    ['an error for an answer', 11200, () => new Response(null, { status: 500 })],
    [
      'an application that is not there',
      11205,
      () => {
        throw new TypeError('fetch failed');
      },
    ],
  ])('ends the call with an apology: %s', async (_, code, respond) => {
    using line = await call((webhook) => (webhook.path === '/voice' ? respond() : undefined));

    await line.bench.until(() => line.phone.isOver());

    expect(line.phone.heard).toEqual(['We are sorry, an application error has occurred. Goodbye.']);
    expect(line.bench.observe().errors).toMatchObject([{ code }]);
  });
});

describe('<Gather> on a call', () => {
  it('reports what is said after the prompt, once the pause is long enough', async () => {
    using line = await call(
      documents({ '/voice': gather('speechTimeout="1"', '<Say>どちら様ですか。</Say>') }),
    );
    await line.bench.until(() => line.phone.heard.length > 0);
    await line.bench.pass(2_000);

    line.phone.say('山田です。');

    const { parameters } = await line.bench.webhook(requestTo('/gather'));
    expect(parameters).toMatchObject({ SpeechResult: '山田です。', Confidence: '0.9' });
    expect(line.phone.breakOffs()).toBe(0);
  });

  it('breaks its prompt off when somebody speaks over it', async () => {
    using line = await call(
      documents({ '/voice': gather('speechTimeout="1"', `<Say>${'あ'.repeat(140)}</Say>`) }),
    );
    await line.bench.until(() => line.phone.heard.length > 0);

    line.phone.say('すみません。');

    const { parameters } = await line.bench.webhook(requestTo('/gather'));
    expect(parameters['SpeechResult']).toBe('すみません。');
    expect(line.phone.breakOffs()).toBe(1);
  });

  it('neither breaks off nor hears what is said over a prompt without barge-in', async () => {
    using line = await call(
      documents({
        '/voice': gather(
          'bargeIn="false" timeout="2" actionOnEmptyResult="true"',
          `<Say>${'あ'.repeat(35)}</Say>`,
        ),
      }),
    );
    await line.bench.until(() => line.phone.heard.length > 0);

    line.phone.say('すみません。');

    const { parameters } = await line.bench.webhook(requestTo('/gather'));
    expect(parameters).not.toHaveProperty('SpeechResult');
    expect(line.phone.breakOffs()).toBe(0);
  });

  it('hears only the end of what goes on after a prompt without barge-in', async () => {
    using line = await call(
      documents({ '/voice': gather('bargeIn="false" speechTimeout="1"', `<Say>${'あ'.repeat(14)}</Say>`) }),
    );
    await line.bench.until(() => line.phone.heard.length > 0);

    line.phone.say('いろはにほへとちりぬるをわかよたれそつねならむ', 8_000);

    const { parameters } = await line.bench.webhook(requestTo('/gather'));
    expect('いろはにほへとちりぬるをわかよたれそつねならむ'.endsWith(parameters['SpeechResult'] ?? '-')).toBe(
      true,
    );
    expect(parameters['SpeechResult']?.length).toBeLessThan(23);
  });

  it('hears only the end of what was begun before it, and nothing of what was over before it', async () => {
    using line = await call(documents({ '/voice': `<Pause length="8"/>${gather('speechTimeout="1"')}` }));

    line.phone.say('これは聞こえません。', 1_000);
    await line.bench.pass(2_000);
    line.phone.say('いろはにほへとちりぬるを', 16_000);

    const { parameters } = await line.bench.webhook(requestTo('/gather'));
    const heard = parameters['SpeechResult'] ?? '';
    expect('いろはにほへとちりぬるを'.endsWith(heard)).toBe(true);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThan(12);
  });

  it('goes on to the next verb in silence, after the timeout', async () => {
    using line = await call(documents({ '/voice': gather('timeout="3"') }));

    const asked = await line.bench.webhook(requestTo('/voice'));
    const next = await line.bench.webhook(requestTo('/next'));

    expect((next.at - asked.at) / 1_000).toBeGreaterThan(2.9);
    expect(line.bench.received.some(requestTo('/gather'))).toBe(false);
  });

  it('reports silence where that is asked', async () => {
    using line = await call(documents({ '/voice': gather('timeout="1" actionOnEmptyResult="true"') }));

    const { parameters } = await line.bench.webhook(requestTo('/gather'));

    expect(parameters).toMatchObject({ Digits: '' });
    expect(parameters).not.toHaveProperty('SpeechResult');
  });

  it('reports keys, at once where it knows how many', async () => {
    using line = await call(
      documents({ '/voice': gather('numDigits="2"', `<Say>${'あ'.repeat(140)}</Say>`) }),
    );
    await line.bench.until(() => line.phone.heard.length > 0);

    line.phone.press('4');
    line.phone.press('2');

    const { parameters } = await line.bench.webhook(requestTo('/gather'));
    expect(parameters['Digits']).toBe('42');
  });

  it('sends guesses while somebody speaks', async () => {
    using line = await call(
      documents({ '/voice': gather('speechTimeout="1" partialResultCallback="/partial?round=1"') }),
    );
    await line.bench.webhook(requestTo('/voice'));
    await line.bench.pass(1_000);

    line.phone.say('お世話になっております、山田商事でございます。', 10_000);

    await line.bench.webhook(requestTo('/gather'));
    const partials = line.bench.received.filter(requestTo('/partial')).map(({ parameters }) => parameters);
    const texts = partials.map(
      (partial) => `${partial['StableSpeechResult']}${partial['UnstableSpeechResult']}`,
    );
    expect(partials.length).toBeGreaterThan(2);
    expect(partials.map(({ SequenceNumber }) => SequenceNumber)).toEqual(partials.map((_, n) => String(n)));
    expect(texts.every((text) => 'お世話になっております、山田商事でございます。'.startsWith(text))).toBe(
      true,
    );
    expect(partials[0]).toHaveProperty('Stability');
  });

  it('warns of a named model with an automatic speechTimeout', async () => {
    using line = await call(documents({ '/voice': gather('speechModel="phone_call" speechTimeout="auto"') }));

    line.phone.say('はい、山田です。');

    await line.bench.webhook(requestTo('/gather'));
    expect(line.bench.observe().errors[0]).toMatchObject({ code: 13335 });
  });

  it('asks its own document again where it has no action', async () => {
    using line = await call(
      documents({
        '/voice': ({ parameters }) =>
          parameters['Digits'] === undefined
            ? '<Gather numDigits="1"/>'
            : '<Say>ありがとうございます。</Say>',
      }),
    );

    await line.bench.pass(500);
    line.phone.press('1');

    await line.bench.until(() => line.phone.isOver());
    expect(line.phone.heard).toEqual(['ありがとうございます。']);
  });
});

describe('an application in a conference', () => {
  const invite = (bench: Bench, label: string, to: string): ReturnType<Bench['post']> =>
    bench.post('/Conferences/room/Participants.json', {
      From: simulatedAccount.callerNumber,
      To: to,
      Label: label,
      WaitUrl: '',
      ConferenceStatusCallback: 'https://app.test/conference',
      ConferenceStatusCallbackEvent: ['start', 'leave'],
    });
  const application = `app:${simulatedAccount.twimlAppSid}?callId=1&legId=ai%201`;

  it('gets the custom parameters of its address', async () => {
    using bench = createBench({ answer: documents({ '/ai': '<Pause length="60"/>' }) });

    const { status } = await invite(bench, 'ai-1', application);

    const { parameters } = await bench.webhook(requestTo('/ai'));
    expect(status).toBe(201);
    expect(parameters).toMatchObject({
      callId: '1',
      legId: 'ai 1',
      To: `app:${simulatedAccount.twimlAppSid}`,
      ApplicationSid: simulatedAccount.twimlAppSid,
    });
  });

  it('is heard by the conference, and hears what is said there', async () => {
    const phone = createTestPhone();
    using bench = createBench({
      customerPhone: phone,
      answer: documents({
        '/ai': '<Gather input="speech" language="ja-JP" action="/gather" timeout="30" speechTimeout="1"/>',
        '/gather': '<Say>お世話になっております。</Say><Hangup/>',
      }),
    });
    await invite(bench, 'ai-1', application);
    await invite(bench, 'customer', customerPhoneNumber);
    await bench.event('conference-start');
    await bench.webhook(requestTo('/ai'));

    phone.say('はい、山田商事です。');

    const { parameters } = await bench.webhook(requestTo('/gather'));
    const leave = await bench.event('participant-leave');
    expect(parameters['SpeechResult']).toBe('はい、山田商事です。');
    expect(phone.heard).toEqual(['お世話になっております。']);
    expect(leave.parameters).toMatchObject({
      ParticipantLabel: 'ai-1',
      ReasonParticipantLeft: 'participant_hung_up',
    });
  });

  it('lets the others hear that it broke off when it is removed in mid-sentence', async () => {
    const phone = createTestPhone();
    using bench = createBench({
      customerPhone: phone,
      answer: documents({ '/ai': `<Pause length="5"/><Say>${'あ'.repeat(140)}</Say>` }),
    });
    const { body } = await invite(bench, 'ai-1', application);
    await invite(bench, 'customer', customerPhoneNumber);
    await bench.until(() => phone.heard.length > 0);

    await bench.remove(`/Conferences/${body['conference_sid']}/Participants/ai-1.json`);

    expect(phone.breakOffs()).toBe(1);
    expect(phone.isOver()).toBe(false);
  });

  it('presses keys that the customer’s telephone menu hears', async () => {
    const phone = createTestPhone();
    using bench = createBench({
      customerPhone: phone,
      answer: documents({ '/ai': '<Pause length="5"/><Play digits="1"/><Pause length="60"/>' }),
    });
    await invite(bench, 'ai-1', application);
    await invite(bench, 'customer', customerPhoneNumber);

    await bench.until(() => phone.heardKeys.length > 0);

    expect(phone.heardKeys).toEqual(['1']);
  });

  it('does not exist under another SID', async () => {
    using bench = createBench();

    const refused = await invite(bench, 'ai-1', `app:AP${'9'.repeat(32)}`);

    expect(refused.status).toBe(400);
  });
});
