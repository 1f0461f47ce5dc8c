import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseTwiml } from '../../../../backend/simulator/twiml/parse-twiml.ts';

it('what the AI says while the server is started again asks for a moment, and says no farewell', () => {
  const document = readFileSync('resources/twilio-ai-fallback.xml', 'utf8');

  const parsed = parseTwiml(document);

  expect(parsed).toMatchObject({
    verbs: [{ type: 'say', text: expect.stringMatching(/お待ちくださいませ。$/) }, { type: 'hang-up' }],
  });
});

it('the apology for when the server is down is a document that Twilio can speak, and ends the leg', () => {
  const document = readFileSync('resources/twilio-fallback.xml', 'utf8');

  const parsed = parseTwiml(document);

  expect(parsed).toMatchObject({
    verbs: [{ type: 'say', text: expect.stringContaining('申し訳ございません') }, { type: 'hang-up' }],
  });
});
