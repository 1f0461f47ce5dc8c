import type { PhoneLanguage } from '../contract/agents.ts';
import type { CarrierOutcome } from './carrier-command.ts';

/** The carrier's part in finding out whose telephone a number is. The one implementation is in `telephony/twilio`. */
export interface VerificationLine {
  /** Rings the number and says the code, digit by digit, three times. */
  sayCode(call: CodeCall): Promise<CarrierOutcome>;
}

export interface CodeCall {
  /** E.164 */
  readonly phoneNumber: string;
  readonly code: string;
  readonly language: PhoneLanguage;
}
