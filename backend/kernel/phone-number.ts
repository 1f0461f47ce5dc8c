import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * E.164 of a number as people write it, Japanese when it names no country; null when there is no such number, as one of nine digits that
 * begins like a mobile telephone's.
 */
export function e164Of(written: string): string | null {
  // Full-width digits and hyphens, as an input method writes them.
  const narrow = written.normalize('NFKC').replace(INTERNATIONAL_PREFIX, '+');
  const number = parsePhoneNumberFromString(narrow, { defaultCountry: 'JP', extract: false });
  if (number === undefined || number.ext !== undefined || !mayExist(number)) return null;
  return number.number.startsWith(CARRIERS_OWN) ? null : number.number;
}

/** Whether it costs callers more than a call, as 0570 and 0990 do, or is no telephone that somebody answers. */
export function isSpecialRate(e164: string): boolean {
  const kind = parsePhoneNumberFromString(e164)?.getType();
  return kind !== undefined && SPECIAL_RATE.has(kind);
}

/** As it is written where it belongs; unchanged where it is no number. */
export function nationalFormOf(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
}

/** What the whole plan of its country knows, lengths of each kind included, and what is kept for stories. */
function mayExist(number: PhoneNumber): boolean {
  return number.isValid() || KEPT_FOR_STORIES.test(number.number);
}

/** Tokyo's 03-00 and 050-0000 were never assigned to a carrier: whoever is made up, as the simulator's companies are, has a number there. */
const KEPT_FOR_STORIES = /^\+81(?:300\d{6}|500000\d{4})$/;

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
