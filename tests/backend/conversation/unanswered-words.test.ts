import { describe, expect, it } from 'vitest';
import type { TurnRow } from '../../../backend/calls/transcript-store.ts';
import { guessed, spokenOver } from '../../../backend/conversation/hearing.ts';
import { unanswered } from '../../../backend/conversation/unanswered-words.ts';
import { callId } from '../../support/twilio-samples.ts';

const at = new Date('2026-11-24T10:00:00+09:00');
const quiet = { hearing: null };

function turns(...said: readonly (readonly [TurnRow['speaker'], string])[]): TurnRow[] {
  return said.map(([speaker, text], index) => ({
    callId,
    number: index + 1,
    speaker,
    agentId: null,
    text,
    confidence: null,
    intent: null,
    stage: null,
    at,
  }));
}

describe('what the AI says again on a new leg', () => {
  it('is the opening, whole', () => {
    expect(unanswered(quiet, turns(['customer', 'はい'], ['ai', 'お世話になっております。']))).toEqual({
      text: 'お世話になっております。',
      interruptible: false,
    });
  });

  it('is what it said last, which may be interrupted', () => {
    const said = turns(['ai', 'お世話になっております。'], ['customer', 'はい'], ['ai', '佐藤と申します。']);

    expect(unanswered(quiet, said)).toEqual({ text: '佐藤と申します。', interruptible: true });
  });

  it('is what it said last, also where that ends in dots', () => {
    const said = turns(['ai', '少々…'], ['customer', 'はい'], ['ai', '確かめております…']);

    expect(unanswered(quiet, said)).toMatchObject({ text: '確かめております…' });
  });

  it.each([
    ['nobody has said anything', quiet, turns()],
    ['the customer spoke last', quiet, turns(['ai', 'もしもし'], ['customer', 'はい'])],
    ['the customer spoke over it', { hearing: spokenOver(null) }, turns(['ai', 'もしもし…'])],
    ['the customer is speaking', { hearing: guessed(null, 'はい', at) }, turns(['ai', 'もしもし'])],
  ])('is nothing when %s', (_when, conversation, said) => {
    expect(unanswered(conversation, said)).toBeNull();
  });
});
