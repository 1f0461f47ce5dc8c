/** Every reception that the simulated telephone network knows. The order gives the numbers: new ones go to the end. */
export const personaIds = [
  'puts-through',
  'absent',
  'refuses',
  'asks-who',
  'asks-what',
  'asks-appointment',
  'asks-machine',
  'web-form',
  'call-back-at-three',
  'long-hold',
  'voicemail',
  'ivr',
  'wrong-number',
  'silent',
  'rambling',
  'hangs-up-early',
  'busy-line',
  'no-answer',
  'invalid-number',
  'person-answers',
  'forbids-calls',
  'speaks-english',
  'asks-for-human',
] as const;
export type PersonaId = (typeof personaIds)[number];

/** The number of the telephone on the customer's phone page. */
export const customerPhoneNumber = '+81300990001';

/**
 * A persona's telephone number in E.164. Each persona has 10,000 lines (0 to 9999) that behave alike, so that many customers can be
 * served by one. All numbers are 03-00xx-xxxx: no Japanese exchange begins with 0, so nobody is ever called by them.
 */
export function personaNumber(persona: PersonaId, line = 1): string {
  const exchange = String(personaIds.indexOf(persona) + 1).padStart(2, '0');
  return `+81300${exchange}${String(line).padStart(4, '0')}`;
}

/** Who answers at a number; null where no persona lives. */
export function personaAt(number: string): PersonaId | null {
  const exchange = /^\+81300(\d{2})\d{4}$/.exec(number)?.[1];
  return exchange === undefined ? null : (personaIds[Number(exchange) - 1] ?? null);
}
