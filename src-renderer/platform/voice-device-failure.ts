import type { VoiceFailure } from './voice-device-port.ts';

/**
 * What an error of the Voice SDK means for the person who uses it; null for those that the SDK mends by itself.
 * Numbers: https://www.twilio.com/docs/voice/sdks/error-codes
 */
export function voiceFailureOf(code: number): VoiceFailure | null {
  switch (code) {
    case 31401:
      return 'microphone-denied';
    // Allowed, and not to be had: what for, the next try to take it finds out.
    case 31402:
      return 'microphone-in-use';
    case 20101:
    case 20151:
    case 31201:
    case 31202:
    case 31204:
      return 'token-refused';
    case 53400:
    case 53402:
    case 53405:
      return 'sound-failed';
    default:
      return null;
  }
}

/** The token is too old: a new one helps. */
export function isTokenExpired(code: number): boolean {
  return code === 20104 || code === 31205;
}
