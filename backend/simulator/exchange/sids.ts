import { randomBytes } from 'node:crypto';

/** The kinds of thing that have a SID: call, conference, recording, live transcription, ConversationRelay session. */
export type SidPrefix = 'CA' | 'CF' | 'RE' | 'GT' | 'VX';

/** A new SID, random as Twilio's are: two letters and 32 hexadecimal digits. */
export function createSid(prefix: SidPrefix): string {
  return `${prefix}${randomBytes(16).toString('hex')}`;
}
