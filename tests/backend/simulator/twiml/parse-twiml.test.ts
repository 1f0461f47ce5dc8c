import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { parseTwiml } from '../../../../backend/simulator/twiml/parse-twiml.ts';

const document = (inner: string): ReturnType<typeof parseTwiml> =>
  parseTwiml(`<Response>${inner}</Response>`);

describe('parseTwiml', () => {
  it('reads what the twilio package writes', () => {
    const response = new twilio.twiml.VoiceResponse();
    const gather = response.gather({
      input: ['speech', 'dtmf'],
      language: 'ja-JP',
      action: 'https://app.test/gather?round=1&callId=2',
      actionOnEmptyResult: true,
      bargeIn: false,
      speechTimeout: 'auto',
      timeout: 3,
      numDigits: 1,
    });
    gather.say({ language: 'ja-JP', voice: 'Polly.Kazuha-Neural' }, '「A&B」でございます。');
    gather.pause({ length: 2 });
    response.redirect({ method: 'POST' }, '/next');
    const conference = response.dial({ action: '/after' });
    conference.conference({ participantLabel: 'agent-1', waitUrl: '', beep: 'false', region: 'jp1' }, 'room');
    response.play({ digits: '1w2' });
    response.hangup();

    const parsed = parseTwiml(response.toString());

    expect(parsed).toMatchObject({
      type: 'document',
      verbs: [
        {
          type: 'gather',
          settings: {
            input: ['speech', 'dtmf'],
            action: 'https://app.test/gather?round=1&callId=2',
            bargeIn: false,
            speechTimeout: 'auto',
            numDigits: 1,
          },
          prompts: [
            { type: 'say', text: '「A&B」でございます。' },
            { type: 'pause', seconds: 2 },
          ],
        },
        { type: 'redirect', url: '/next', method: 'POST' },
        {
          type: 'dial-conference',
          name: 'room',
          dial: { action: '/after' },
          settings: { participantLabel: 'agent-1', waitUrl: '' },
        },
        { type: 'press-keys', digits: '1w2' },
        { type: 'hang-up' },
      ],
    });
  });

  it('has the defaults that Twilio documents for Gather', () => {
    expect(document('<Gather/>')).toMatchObject({
      verbs: [
        {
          settings: {
            input: ['dtmf'],
            timeout: 5,
            finishOnKey: '#',
            actionOnEmptyResult: false,
            bargeIn: true,
          },
        },
      ],
    });
  });

  it.each([
    ['text that is not XML', 'hello'],
    ['an element that is not closed', '<Response><Say>a</Response>'],
    ['another root', '<Answer/>'],
    ['an unknown verb', '<Response><Shout>a</Shout></Response>'],
    ['an unknown attribute', '<Response><Say volume="loud">a</Say></Response>'],
    ['an attribute in the wrong case', '<Response><Gather speechtimeout="2"/></Response>'],
    ['a value that is none', '<Response><Pause length="long"/></Response>'],
    ['a verb where it cannot be', '<Response><Gather><Hangup/></Gather></Response>'],
    ['a Dial without what to dial', '<Response><Dial/></Response>'],
  ])('refuses %s with error 12100', (_, text) => {
    expect(parseTwiml(text)).toMatchObject({ type: 'invalid', code: 12100 });
  });

  it.each(['language="Japanese"', 'speechModel="best"'])(
    'refuses a Gather with %s with error 13331',
    (attribute) => {
      expect(document(`<Gather input="speech" ${attribute}/>`)).toMatchObject({
        type: 'invalid',
        code: 13331,
      });
    },
  );
});
