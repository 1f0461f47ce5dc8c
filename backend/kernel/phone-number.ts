import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** E.164 of a number as people write it, Japanese when it names no country; null when there is no such number. */
export function e164Of(written: string): string | null {
  // Full-width digits and hyphens, as an input method writes them.
  const number = parsePhoneNumberFromString(written.normalize('NFKC'), {
    defaultCountry: 'JP',
    extract: false,
  });
  return number?.isValid() && number.ext === undefined ? number.number : null;
}

/** As it is written where it belongs; unchanged where it is no number. */
export function nationalFormOf(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
}
