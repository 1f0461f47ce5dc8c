import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { parsePhoneNumberFromString as parseWithKind } from 'libphonenumber-js/max';

/** E.164 of a number as people write it, Japanese when it names no country; null when there is no such number. */
export function e164Of(written: string): string | null {
  // Full-width digits and hyphens, as an input method writes them.
  const narrow = written.normalize('NFKC').replace(INTERNATIONAL_PREFIX, '+');
  const number = parsePhoneNumberFromString(narrow, { defaultCountry: 'JP', extract: false });
  if (!number?.isValid() || number.ext !== undefined) return null;
  return number.number.startsWith(CARRIERS_OWN) ? null : number.number;
}

/** Whether it costs callers more than a call, as 0570 and 0990 do, or is no telephone that somebody answers. */
export function isSpecialRate(e164: string): boolean {
  const kind = parseWithKind(e164)?.getType();
  return kind !== undefined && SPECIAL_RATE.has(kind);
}

/** As it is written where it belongs; unchanged where it is no number. */
export function nationalFormOf(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
}

/** As most of the world dials abroad; Japan's own 010 is known to the library. */
const INTERNATIONAL_PREFIX = /^\s*\(?\s*00[\s().\-‐-―ー]*(?=[1-9])/u;

/** 00xx are numbers of Japanese carriers, which nobody reaches from outside their network. */
const CARRIERS_OWN = '+8100';

const SPECIAL_RATE: ReadonlySet<string> = new Set([
  'PREMIUM_RATE',
  'SHARED_COST',
  'UAN',
  'PAGER',
  'VOICEMAIL',
]);
