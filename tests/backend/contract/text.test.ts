import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordResultSchema } from '../../../backend/contract/calls.ts';
import { lineOfText, linesOfText } from '../../../backend/contract/text.ts';
import { parseTwiml } from '../../../backend/simulator/twiml/parse-twiml.ts';
import { createTwimlWriter } from '../../../backend/telephony/twilio/twiml.ts';
import { createWebhookUrls } from '../../../backend/telephony/twilio/webhook-urls.ts';

const line = lineOfText(100);
const lines = linesOfText(1_000);

/** Any text, and more often than by chance the characters at the borders of what is allowed. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '\0',
      '\t',
      '\n',
      '\r',
      ' ',
      '\x7f',
      '\x9f',
      '\u2028',
      '\u3000',
      '\ud83d',
      '\ude00',
      '\uffff',
    ),
  ),
});

describe('lineOfText', () => {
  it.each(['\u200b\u200b', '\ufeff', ' \u200d\u200b ', '\u00ad'])(
    'takes %j, which nobody sees, for nothing',
    (written) => {
      expect(line.parse(written)).toBe('');
    },
  );

  it('leaves out what is invisible between words, and keeps the joiners that letters need', () => {
    expect(line.parse('すずらん\u200b商事')).toBe('すずらん商事');
    expect(line.parse('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it.each(['\u202eevil', '\u2066abc\u2069', '\u200fabc'])(
    'refuses %j, which is read in another order',
    (written) => {
      expect(line.safeParse(written).success).toBe(false);
    },
  );

  it('takes nothing that TwiML could not carry as it is', () => {
    const twiml = createTwimlWriter(createWebhookUrls('https://calls.example.com'));

    fc.assert(
      fc.property(anyText, (written) => {
        const { data: text } = line.safeParse(written);
        fc.pre(text !== undefined && text !== '');

        expect(parseTwiml(twiml.announcement(text))).toMatchObject({ verbs: [{ type: 'say', text }] });
      }),
    );
  });

  it('takes away the space around, full-width space too', () => {
    expect(line.parse(' \u3000みらい 商会\n')).toBe('みらい 商会');
  });

  it('says what is wrong', () => {
    const problems = ['一\n二', '長'.repeat(101)].map(
      (text) => line.safeParse(text).error?.issues[0]?.message,
    );

    expect(problems).toEqual([
      'must be one line without control characters',
      'must have at most 100 characters',
    ]);
  });
});

describe('linesOfText', () => {
  it('takes lines that are fine by themselves, and refuses a text with one that is not', () => {
    const anyLines = fc.array(
      anyText.map((text) => `.${text.replaceAll(/[\r\n]/g, '')}.`),
      { maxLength: 5 },
    );

    fc.assert(
      fc.property(anyLines, (written) => {
        const allFine = written.every((text) => line.safeParse(text).success);

        expect(lines.safeParse(written.join('\n')).success).toBe(allFine);
      }),
    );
  });

  it('breaks lines in one way only', () => {
    expect(lines.parse('一\r\n二\n三')).toBe('一\n二\n三');
  });
});

describe('the note on a result', () => {
  const result = { result: 'success', nextAction: { kind: 'none', at: null } };

  it('may have several lines', () => {
    expect(recordResultSchema.parse({ ...result, note: '資料を送る\n来週また' }).note).toBe(
      '資料を送る\n来週また',
    );
  });

  it('may have no other control characters', () => {
    const { error } = recordResultSchema.safeParse({ ...result, note: '資料\u0000' });

    expect(error?.issues.map((issue) => issue.path)).toEqual([['note']]);
  });
});
