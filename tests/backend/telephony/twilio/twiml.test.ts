import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTwiml } from '../../../../backend/simulator/twiml/parse-twiml.ts';
import type { AiInstruction } from '../../../../backend/telephony/carrier-events.ts';
import { createTwimlWriter } from '../../../../backend/telephony/twilio/twiml.ts';
import { createWebhookUrls } from '../../../../backend/telephony/twilio/webhook-urls.ts';
import { callId, legId, publicUrl } from '../../../support/twilio-samples.ts';

const twiml = createTwimlWriter(createWebhookUrls(publicUrl));
const leg = { callId, legId };
const listen = {
  type: 'listen',
  round: 3,
  say: 'お世話になっております。',
  interruptible: false,
  silenceSeconds: 2,
  language: 'ja-JP',
  hints: ['取次', '株式会社'],
} as const satisfies AiInstruction;

const write = (instruction: AiInstruction) => twiml.instruction(leg, instruction);
const address = (path: string, round: number) =>
  `${publicUrl}/webhooks/twilio/${path}?callId=${callId}&legId=${legId}&round=${round}`;

describe('instruction', () => {
  it('listens as Japanese telephones need it', () => {
    const [gather] = verbs(write(listen));

    expect(gather).toMatchObject({
      type: 'gather',
      settings: {
        input: ['speech', 'dtmf'],
        language: 'ja-JP',
        speechModel: 'phone_call',
        speechTimeout: 1,
        timeout: 2,
        actionOnEmptyResult: true,
        bargeIn: false,
        profanityFilter: false,
        hints: '取次,株式会社',
        action: expect.stringContaining(`${address('gather', 3)}#`),
        partialResultCallback: expect.stringContaining(`${address('partial', 3)}#`),
      },
      prompts: [{ type: 'say', text: 'お世話になっております。', loop: 1 }],
    });
  });

  it('plays a sound file where it would say the words, so that they can be interrupted alike', () => {
    const audio = { file: `${'ab'.repeat(32)}.mp3`, milliseconds: 2_400 };
    const url = `${publicUrl}/audio/templates/${audio.file}`;

    const documents = [
      write({ ...listen, interruptible: true, audio }),
      write({ type: 'say', round: 4, say: '失礼いたします。', language: 'ja-JP', audio }),
      write({ type: 'wait', round: 5, say: 'お待ちください。', seconds: 10, audio }),
    ];

    const play = { type: 'play', url, loop: 1 };
    expect(verbs(documents[0] ?? '')).toMatchObject([
      { type: 'gather', settings: { bargeIn: true }, prompts: [play] },
    ]);
    expect(verbs(documents[1] ?? '')).toMatchObject([play, { type: 'redirect' }]);
    expect(verbs(documents[2] ?? '')).toMatchObject([play, { type: 'play' }, { type: 'redirect' }]);
    expect(documents.join('')).not.toContain('<Say');
  });

  it('only listens when there is nothing to say', () => {
    const [gather] = verbs(write({ ...listen, say: null, interruptible: true }));

    expect(gather).toMatchObject({ prompts: [], settings: { bargeIn: true } });
  });

  it('waits for whole seconds of silence, one at least', () => {
    const timeouts = [0, 0.2, 1.5, 2].map((silenceSeconds) => verbs(write({ ...listen, silenceSeconds }))[0]);

    expect(timeouts).toMatchObject([1, 1, 2, 2].map((timeout) => ({ settings: { timeout } })));
  });

  it('gives Twilio no more hints than it takes', () => {
    const hints = Array.from({ length: 700 }, (_, index) => `語${index}`);

    const [gather] = verbs(write({ ...listen, hints }));

    expect(gather).toMatchObject({ settings: { hints: expect.stringMatching(/,語499$/) } });
  });

  it('speaks English with an English voice, and any other language as if it were Japanese', () => {
    expect(write({ ...listen, language: 'en-US' })).toContain('<Say language="en-US" voice="Google.en-US-');
    expect(write({ ...listen, language: 'xx-YY' })).toContain('<Say language="ja-JP" voice="Google.ja-JP-');
  });

  it('says something and reports that it was said', () => {
    const told = verbs(write({ type: 'say', round: 4, say: 'おつなぎします。', language: 'ja-JP' }));

    expect(told).toMatchObject([
      { type: 'say', text: 'おつなぎします。' },
      { type: 'redirect', url: expect.stringContaining(`${address('finished', 4)}#`), method: 'POST' },
    ]);
  });

  it('lets hold audio play, after a word, and reports its end', () => {
    const told = verbs(write({ type: 'wait', round: 5, say: '少々お待ちください。', seconds: 10 }));

    expect(told).toMatchObject([
      { type: 'say', text: '少々お待ちください。' },
      { type: 'play', url: `${publicUrl}/audio/hold.wav?seconds=10`, loop: 1 },
      { type: 'redirect', url: expect.stringContaining(`${address('finished', 5)}#`) },
    ]);
  });

  it('speaks words of waiting and announcements with a voice that can read them', () => {
    const waiting = write({ type: 'wait', round: 5, say: 'One moment, please.', seconds: 10 });

    expect(waiting).toContain('<Say language="en-US"');
    expect(twiml.announcement('I am connecting you now.')).toContain('<Say language="en-US"');
    expect(twiml.announcement('おつなぎします。')).toContain('<Say language="ja-JP"');
  });

  it('presses keys, then listens', () => {
    const told = verbs(write({ type: 'press', round: 6, digits: '0', silenceSeconds: 5 }));

    expect(told).toMatchObject([
      { type: 'press-keys', digits: '0' },
      { type: 'gather', settings: { timeout: 5 }, prompts: [] },
    ]);
  });

  it('leaves', () => {
    expect(verbs(write({ type: 'leave' }))).toEqual([{ type: 'hang-up' }]);
  });

  it('says every text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() === text && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text));

        const [told] = verbs(write({ type: 'say', round: 1, say: text, language: 'ja-JP' }));

        expect(told).toMatchObject({ type: 'say', text });
      }),
    );
  });
});

describe('a character that XML does not have, or reads as another', () => {
  it.each(['\u0000', '\u001b', '\n', '\u2028', '\ud83d', '\uffff'])(
    'is a pause, wherever it stands: %j',
    (character) => {
      const text = `みらい${character}商会`;
      const documents = [
        write({ ...listen, say: text, hints: [text] }),
        write({ type: 'say', round: 1, say: text, language: 'ja-JP' }),
        write({ type: 'wait', round: 1, say: text, seconds: 10 }),
        twiml.announcement(text),
      ];

      for (const document of documents) expect(document).toContain('>みらい 商会<');
      expect(documents[0]).toContain('hints="みらい 商会"');
    },
  );
});

describe('hold', () => {
  it('has a word every ten seconds of music, without end', () => {
    const told = verbs(twiml.hold());

    const rounds = told.slice(0, -1);
    expect(rounds.map(({ type }) => type)).toEqual(Array.from({ length: 6 }, () => ['say', 'play']).flat());
    expect(told.at(-1)).toMatchObject({
      type: 'redirect',
      url: expect.stringContaining('/webhooks/twilio/hold#'),
    });
  });
});

describe('hold in a call held in English', () => {
  it('has an English word, and goes on in English', () => {
    const document = twiml.hold('en-US');

    expect(document).toContain('<Say language="en-US"');
    expect(document).toContain('/webhooks/twilio/hold?language=en-US#');
  });
});

function verbs(document: string) {
  const parsed = parseTwiml(document);
  if (parsed.type === 'invalid') throw new Error(parsed.detail);
  return parsed.verbs;
}
