import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The way it is written where it belongs: 03-1234-5678 in Japan, +44 20 7946 0018 elsewhere. */
export function formatPhoneNumber(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined) return e164;
  return number.country === 'JP' ? number.formatNational() : number.formatInternational();
}

/** E.164 of a number in any notation, Japanese when it has no country; null when there is no such number. */
export function parsePhoneNumber(written: string): string | null {
  // Full-width digits and hyphens, as an input method writes them.
  const narrow = written.normalize('NFKC').replace(internationalPrefix, '+');
  const number = parsePhoneNumberFromString(narrow, 'JP');
  return number?.isValid() ? number.number : null;
}

/** As the server reads it. */
const internationalPrefix = /^\s*\(?\s*00[\s().\-‐-―ー]*(?=[1-9])/u;
