import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** An E.164 number as people say it, in groups: 「050-1234-5678」. */
export function sayPhoneNumber(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  return number.country === 'JP' ? number.formatNational() : number.formatInternational();
}
