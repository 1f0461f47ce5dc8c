import { describe, expect, it } from 'vitest';
import { ENGLISH_TEMPLATES } from '../../../backend/conversation/english-templates.ts';
import { type TemplateKey, templateProblems, withDefaults } from '../../../backend/conversation/templates.ts';

const machine = [
  'はい、AIでございます。',
  'はい、ＡＩです。',
  'はい、AIがお話ししております。',
  'はい、自動音声によるお電話でございます。',
  'はい、自動音声でご案内しております。',
  '申し訳ございません、AIがお電話しております。',
  'AIで申し訳ございません。ロボットです。',
  '人間ではありません。AIでございます。',
  'はい、AIアシスタントでございます。人間の担当者に代わることもできます。',
  'はい、AIの{{my_representative_name}}と申します。',
  'AIですので、聞き取れないことがございます。',
  'はい、機械の音声です。録音ではありません。',
  'Yes, I am an AI.',
  'Yes, this is an automated call.',
  'I’m not a human but an AI. Yes, I am an AI.',
  'You are speaking with an AI. Shall I bring in a person?',
];

const noMachine = [
  'いいえ、AIではありません。人間です。',
  '自動音声ではありません',
  '自動音声ではございません。',
  'いえ、ＡＩではない者です。',
  'AIじゃないです。',
  'AI では ありません。',
  'AIでもロボットでもありません。',
  'ロボットなんかじゃありません。自動音声です。',
  'AIとは違います。',
  'AIは使っておりません。',
  '機械は一切使用しておりません。',
  'AIによるお電話ではございません。',
  'いいえ、AIです。',
  'はい、AIです。というのは冗談で、人間でございます。',
  'はい、本物の人です。AIが後ろにおります。',
  '人間がお話ししております。AIでご案内する製品です。',
  'AIの受付サービスのご案内をしております。',
  'AIですか。',
  'AI',
  'よろしくお願いいたします。',
  '{{my_service_name}}でございます。',
  "No, I'm not an AI.",
  'I’m not an AI.',
  'I am not a machine.',
  "This isn't an automated call.",
  'An AI? I am not one. I am human.',
  'I am a real person. You are speaking with an AI expert.',
  'We sell AI.',
];

const recorded = [
  'はい、このお電話は録音しております。',
  'なお、このお電話は録音しております。',
  '録音させていただいております。',
  '通話内容を録音いたします。',
  '品質向上のため、通話は録音されています。',
  'ただいま録音中でございます。',
  'This call is being recorded.',
  'Yes, this call is recorded, and written down.',
  'We record this call.',
];

const notRecorded = [
  'よろしくお願いいたします。',
  'いいえ、録音はしておりません。',
  '録音はしていません。',
  '録音していないです。',
  '録音は行っておりません。',
  '録音いたしません。',
  '録音は一切ございません。',
  '録音されておりません。',
  '録音ではなく、文字で記録しております。',
  '録音は残しておりません。',
  'いえ、録音しております。',
  '録音',
  'This call is not recorded.',
  "We don't record this call.",
  'No, this call is recorded.',
  'We are not recording this call. It is recorded in writing.',
];

function types(key: TemplateKey, text: string): readonly string[] {
  return templateProblems(key, text).map(({ type }) => type);
}

describe.each(['ai_inquiry', 'ai_inquiry_again'] as const)('the answer %s', (key) => {
  it.each(machine)('may be 「%s」', (text) => {
    expect(types(key, text)).toEqual([]);
  });

  it.each(noMachine)('must not be 「%s」, and is not spoken where it was saved', (text) => {
    expect(types(key, text)).toEqual(['missing-disclosure']);
    expect(withDefaults({ [key]: text })[key]).toBe(withDefaults({})[key]);
    expect(withDefaults({}, { [key]: text })[key]).toBe(withDefaults({})[key]);
  });

  it('may be what is said in English calls', () => {
    expect(types(key, ENGLISH_TEMPLATES[key])).toEqual([]);
  });
});

describe.each(['recorded', 'recording_notice'] as const)('the text %s', (key) => {
  it.each(recorded)('may be 「%s」', (text) => {
    expect(types(key, text)).toEqual([]);
  });

  it.each(notRecorded)('must not be 「%s」', (text) => {
    expect(types(key, text)).toEqual(['missing-recording']);
  });
});

describe('any other text', () => {
  it.each(['自動音声ではありません。失礼いたします。', '私は人間です。', 'I am a human.'])(
    'must not deny what is speaking: 「%s」',
    (text) => {
      expect(types('closing', text)).toEqual(['denies-machine']);
    },
  );

  it.each(['人間の担当者に代わります。', 'ご担当の方は、おいでですか。', 'May I bring in a person?'])(
    'may speak of people: 「%s」',
    (text) => {
      expect(types('closing', text)).toEqual([]);
    },
  );

  it.each(Object.entries(ENGLISH_TEMPLATES))('is honest in English: %s', (_, text) => {
    expect(types('voicemail', text)).not.toContain('denies-machine');
  });
});
