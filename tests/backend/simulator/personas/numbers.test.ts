import { isPossiblePhoneNumber } from 'libphonenumber-js';
import { describe, expect, it } from 'vitest';
import {
  customerPhoneNumber,
  personaAt,
  personaIds,
  personaNumber,
} from '../../../../backend/simulator/personas/numbers.ts';

const numbers = [
  ...personaIds.flatMap((id) => [personaNumber(id), personaNumber(id, 9_999)]),
  customerPhoneNumber,
];

describe("the personas' numbers", () => {
  it('are possible numbers of Tokyo, all in one block that was never assigned', () => {
    expect(numbers.every((number) => isPossiblePhoneNumber(number))).toBe(true);
    expect(numbers.every((number) => number.startsWith('+81300') && number.length === 12)).toBe(true);
  });

  it('are different, each with its persona', () => {
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(personaIds.map((id) => personaAt(personaNumber(id, 42)))).toEqual([...personaIds]);
  });

  it('leave the other numbers to others', () => {
    expect([customerPhoneNumber, '+81312345678', '+81300000001', 'client:agent'].map(personaAt)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
