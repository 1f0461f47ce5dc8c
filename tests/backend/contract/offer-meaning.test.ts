import { describe, expect, it } from 'vitest';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { offerCause, offerMeaning } from '../../../backend/contract/offer-meaning.ts';

const by = { id: agentIdSchema.parse('misaki'), name: '佐藤' };
const warm = { by, mode: 'warm', outcome: null } as const;
const handedOff = { step: 'named', urgency: 'connect', reason: 'put-on-hold', transfer: null } as const;

describe('offerCause', () => {
  it('tells a dropped line from a transfer that nobody took', () => {
    expect(offerCause({ ...handedOff, step: 'return' })).toBe('line-dropped');
    expect(offerCause({ ...handedOff, step: 'return', transfer: warm })).toBe('transfer-returned');
  });

  it('tells a colleague’s transfer from a handoff by the AI', () => {
    expect(offerCause({ ...handedOff, transfer: warm })).toBe('transferred-by-colleague');
    expect(offerCause(handedOff)).toBe('handed-off');
  });
});

describe('offerMeaning', () => {
  it('is to talk with the customer for who takes their own call back, however they had given it away', () => {
    expect(offerMeaning({ ...handedOff, step: 'return', transfer: warm })).toBe('return');
  });

  it('is to talk with the colleague first in a warm transfer', () => {
    expect(offerMeaning({ ...handedOff, transfer: warm })).toBe('consult');
  });

  it('is to stand by, unheard, while nobody has come to the telephone', () => {
    expect(offerMeaning({ ...handedOff, urgency: 'prepare' })).toBe('stand-by');
    expect(offerMeaning({ ...handedOff, urgency: 'prepare', reason: 'interested' })).toBe('ai-talks');
    expect(offerMeaning(handedOff)).toBe('connect');
  });
});
