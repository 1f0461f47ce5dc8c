import type { RefusalReason } from '../carrier-command.ts';

/**
 * What Twilio's error codes mean for a leg that was asked for, whether they answer the request or come with the call's `failed` status.
 * What agent and admin read of each is in `docs/twilio-errors.md`. (twilio.com/docs/api/errors)
 */
const refusals: ReadonlyMap<number, RefusalReason> = new Map([
  [13_223, 'invalid-number'],
  [13_224, 'invalid-number'],
  [13_226, 'invalid-number'],
  [21_201, 'invalid-number'],
  [21_211, 'invalid-number'],
  [21_214, 'invalid-number'],
  [21_217, 'invalid-number'],
  [13_225, 'number-barred'],
  [21_216, 'number-barred'],
  [13_227, 'country-not-allowed'],
  [21_215, 'country-not-allowed'],
  [21_219, 'number-not-verified'],
  [21_210, 'caller-number'],
  [21_212, 'caller-number'],
  [20_003, 'credentials'],
  [20_008, 'credentials'],
  [10_001, 'account'],
  [10_002, 'account'],
  [20_005, 'account'],
  [21_218, 'application'],
  [15_004, 'public-address'],
  [21_205, 'public-address'],
  [21_609, 'public-address'],
  [16_021, 'leg-not-added'],
]);

/** Null for a code that says nothing of the number or the account. */
export function refusalOf(code: number): RefusalReason | null {
  return refusals.get(code) ?? null;
}
