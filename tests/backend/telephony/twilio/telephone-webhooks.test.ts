import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseTwiml } from '../../../../backend/simulator/twiml/parse-twiml.ts';
import { callId, legId, legRef, publicUrl } from '../../../support/twilio-samples.ts';
import { createTestedWebhooks, type TestedWebhooks } from '../../../support/twilio-webhooks.ts';

const leg = `callId=${callId}&legId=${legId}`;
const answered = { CallSid: legRef, CallStatus: 'in-progress' };

let webhooks: TestedWebhooks;

beforeEach(() => {
  webhooks = createTestedWebhooks();
});

afterEach(() => webhooks[Symbol.dispose]());

async function verbs(response: Response) {
  const parsed = parseTwiml(await response.text());
  if (parsed.type === 'invalid') throw new Error(parsed.detail);
  return parsed.verbs;
}

describe('webhooks of an agent’s own telephone', () => {
  it('say twice whose call it is, and hang up unless a key is pressed', async () => {
    const words = 'ミナト工業様のお電話です。1を押すとつながります。';
    webhooks.events.instructTelephone = () => ({ type: 'ask', say: words, language: 'ja-JP' });

    const said = await verbs(await webhooks.send(`/telephone?${leg}`, answered));

    expect(said).toMatchObject([
      {
        type: 'gather',
        settings: {
          input: ['dtmf'],
          numDigits: 1,
          finishOnKey: '',
          timeout: 4,
          actionOnEmptyResult: false,
          action: expect.stringContaining(`${publicUrl}/webhooks/twilio/telephone/key?${leg}`),
        },
        prompts: [{ text: words }, { type: 'pause', seconds: 1 }, { text: words }],
      },
      { type: 'hang-up' },
    ]);
    expect(webhooks.events.told).toEqual([
      ['telephoneAnswered', { callId, legId, legRef, at: webhooks.clock.now() }],
    ]);
  });

  it('lead into the conference as every other leg', async () => {
    webhooks.events.instructTelephone = () => ({
      type: 'enter',
      leg: { callId, legId, conferenceName: 'room', label: 'agent-1', record: true },
      muted: true,
    });

    const entered = await verbs(await webhooks.send(`/telephone/key?${leg}`, { ...answered, Digits: '1' }));

    expect(entered).toMatchObject([
      {
        type: 'dial-conference',
        name: 'room',
        settings: {
          participantLabel: 'agent-1',
          muted: true,
          beep: 'false',
          waitUrl: '',
          startConferenceOnEnter: true,
          endConferenceOnExit: false,
          region: 'jp1',
          record: 'record-from-start',
          statusCallback: expect.stringContaining(`/webhooks/twilio/conference?callId=${callId}`),
          statusCallbackEvent: ['start', 'join', 'leave', 'end'],
        },
      },
    ]);
    expect(webhooks.events.told).toEqual([
      ['telephoneKeyPressed', { callId, legId, legRef, at: webhooks.clock.now() }, '1'],
    ]);
  });

  it('say why not, and hang up', async () => {
    const over = { type: 'hang-up', say: 'Goodbye.', language: 'en-US' } as const;
    webhooks.events.instructTelephone = () => over;

    const said = await verbs(await webhooks.send(`/telephone/key?${leg}`, { ...answered, Digits: '1' }));

    expect(said).toMatchObject([{ type: 'say', text: 'Goodbye.' }, { type: 'hang-up' }]);
  });

  it.each(['/telephone', '/telephone/key'])(
    'answer %s as the first time when it comes again',
    async (path) => {
      const parameters = { ...answered, Digits: '1' };
      const first = await (await webhooks.send(`${path}?${leg}`, parameters)).text();
      webhooks.events.instructTelephone = () => ({ type: 'hang-up', say: 'Too late.', language: 'en-US' });

      const again = await (await webhooks.send(`${path}?${leg}`, parameters)).text();

      expect(again).toBe(first);
      expect(webhooks.events.told).toHaveLength(1);
    },
  );

  it('refuse what has no valid signature, or is not what Twilio sends', async () => {
    const forged = await webhooks.sendSigned(`/telephone/key?${leg}`, { ...answered, Digits: '1' }, 'wrong');
    const odd = await webhooks.send(`/telephone/key?${leg}`, answered);

    expect([forged.status, odd.status]).toEqual([403, 400]);
    expect(webhooks.events.told).toEqual([]);
  });
});
