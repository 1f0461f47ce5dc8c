import { describe, expect, it } from 'vitest';
import type { ObservedLeg } from '../../../backend/simulator/observation.ts';
import { type PersonaId, personaNumber } from '../../../backend/simulator/personas/numbers.ts';
import { longSilences } from './long-silences.ts';

function silentAfterFault(persona: PersonaId, direction: 'outbound' | 'inbound'): string[] {
  const phoneNumber = personaNumber(persona, 1_000);
  const line: ObservedLeg = {
    callSid: 'CA1',
    from: '+815000000001',
    to: phoneNumber,
    label: 'customer',
    conference: null,
    status: 'completed',
    answeredAt: '2026-06-01T00:00:00.000Z',
    endedAt: '2026-06-01T00:00:09.000Z',
    billedSeconds: 9,
    said: [],
    heard: [],
    sound: null,
  };
  const at = new Date('2026-06-01T00:00:01.000Z');
  const struck = [{ kind: 'webhook-lost', subject: phoneNumber, at }] as const;
  return longSilences({ direction, phoneNumber }, { observed: [line], struck });
}

describe('longSilences', () => {
  it.each(['puts-through', 'silent', 'ivr'] as const)(
    'minds the silence of %s, whatever we took it for',
    (persona) => {
      expect(silentAfterFault(persona, 'outbound')).toHaveLength(1);
    },
  );

  it('minds none where a machine records', () => {
    expect(silentAfterFault('voicemail', 'outbound')).toEqual([]);
  });

  it('minds that of a person who rings us from the number of a machine', () => {
    expect(silentAfterFault('voicemail', 'inbound')).toHaveLength(1);
  });
});
