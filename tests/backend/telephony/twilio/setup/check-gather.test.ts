import { describe, expect, it } from 'vitest';
import { checkGather } from '../../../../../backend/telephony/twilio/setup/check-gather.ts';
import { gatherDocuments } from '../../../../../backend/telephony/twilio/setup/gather-documents.ts';
import { createTwimlWriter } from '../../../../../backend/telephony/twilio/twiml.ts';
import { createWebhookUrls } from '../../../../../backend/telephony/twilio/webhook-urls.ts';

const twiml = createTwimlWriter(createWebhookUrls('https://calls.example.com'));

describe('checkGather', () => {
  it('finds nothing wrong with what the AI’s leg is told', () => {
    const finding = checkGather(gatherDocuments(twiml, { silenceSeconds: 5 }));

    expect(finding.type).toBe('right');
  });

  it.each([
    ['speechTimeout="auto"', 'error 13335'],
    ['speechModel="telephony"', 'error 13331'],
    ['language="japanese"', 'error 13331'],
    ['input="voice"', 'error 13327'],
    ['timeout="0"', 'no pause at all'],
    ['profanityFilter="true"', 'masked words'],
    [`hints="${'a,'.repeat(500)}a"`, 'too many hints'],
  ])('names %s (%s)', (attribute) => {
    const finding = checkGather([`<Response><Gather ${attribute}/></Response>`]);

    expect(finding.type).toBe('wrong');
    expect(finding.about.en).toContain(attribute);
  });

  it('names a document that does not listen', () => {
    const finding = checkGather(['<Response><Hangup/></Response>']);

    expect(finding.about.en).toContain('no <Gather>');
  });
});
