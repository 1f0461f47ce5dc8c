import { randomBytes } from 'node:crypto';

/** What has a SID: call, conference, recording, live transcription, ConversationRelay session, TwiML application, API key. */
export type SidPrefix = 'CA' | 'CF' | 'RE' | 'GT' | 'VX' | 'AP' | 'SK';

/** A new SID, random as Twilio's are: two letters and 32 hexadecimal digits. */
export function createSid(prefix: SidPrefix): string {
  return `${prefix}${randomBytes(16).toString('hex')}`;
}
