import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../../backend/telephony/twilio/speech.ts';

const company = { written: '株式会社あかり', reading: 'かぶしきがいしゃあかり' };
const service = { written: 'あかり', reading: 'アカリ' };

function spoken(text: string, readings = [company, service], language = 'ja-JP'): string {
  const response = new VoiceResponse();
  createSpeech('Polly.Tomoko-Neural')(response, { text, language, readings });
  return /<Response>(.*)<\/Response>/.exec(response.toString())?.[1] ?? '';
}

describe('speech', () => {
  it('reads names as the dictionary has them, wherever they stand', () => {
    expect(spoken('株式会社あかりの、あかりです。')).toBe(
      '<Say language="ja-JP" voice="Polly.Tomoko-Neural">' +
        '<sub alias="かぶしきがいしゃあかり">株式会社あかり</sub>の、<sub alias="アカリ">あかり</sub>です。</Say>',
    );
  });

  it('leaves text without names alone', () => {
    expect(spoken('はい。')).toBe('<Say language="ja-JP" voice="Polly.Tomoko-Neural">はい。</Say>');
  });

  it('speaks English with an English voice', () => {
    expect(spoken('Hello.', [], 'en-US')).toContain('<Say language="en-US" voice="Google.en-US-');
  });

  it('speaks with a voice of its own choice where none is set', () => {
    const response = new VoiceResponse();

    createSpeech()(response, { text: 'はい。', language: 'ja-JP', readings: [] });

    expect(response.toString()).toContain('voice="Google.ja-JP-Neural2-B"');
  });
});
