import { describe, expect, it } from 'vitest';
import { recordedVoice } from '../../../../backend/conversation/understanding/recorded-voice.ts';

describe('recordedVoice', () => {
  it.each([
    ['お電話ありがとうございます。ご注文の方は1を、その他のお問い合わせは2を押してください。', 'ivr'],
    ['お電話ありがとうございます。担当者とお話しになる方は1を、資料を', 'ivr'],
    ['お電話ありがとうございます。担当者とお話しになる方は1を、資料をご希望の方は2', 'ivr'],
    ['ただいま留守にしております。発信音の後にメッセージをお願いします。', 'voicemail'],
    ['おかけになった電話番号は、現在使われておりません。', 'out-of-service'],
  ])('knows a recording by its words: %s', (text, kind) => {
    expect(recordedVoice(text)).toBe(kind);
  });

  it.each([
    'はい、ミナト工業でございます。',
    'お電話代わりました、田中です。',
    'では、資料を送ってください。',
  ])('takes what a person says for a person: %s', (text) => {
    expect(recordedVoice(text)).toBeNull();
  });
});
