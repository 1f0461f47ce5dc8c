import { z } from 'zod';
import type { LegEndReason } from '../carrier-events.ts';
import { refusalOf } from './error-codes.ts';

/** (twilio.com/docs/voice/api/call-resource#call-status-values) */
export const callStatusSchema = z.enum([
  'queued',
  'initiated',
  'ringing',
  'in-progress',
  'completed',
  'busy',
  'no-answer',
  'canceled',
  'failed',
]);

interface CallEnd {
  readonly CallStatus: z.infer<typeof callStatusSchema>;
  readonly SipResponseCode?: string | undefined;
  readonly ErrorCode?: string | undefined;
}

/** Not found, gone, does not exist anywhere, address incomplete. (RFC 3261, section 21) */
const invalidNumberSipCodes: ReadonlySet<string> = new Set(['404', '410', '484', '604']);

/** Why a call is over; null while it is not. */
export function endReason({ CallStatus, SipResponseCode, ErrorCode }: CallEnd): LegEndReason | null {
  switch (CallStatus) {
    case 'queued':
    case 'initiated':
    case 'ringing':
    case 'in-progress':
      return null;
    case 'completed':
      return 'hung-up';
    case 'busy':
      return 'line-busy';
    case 'no-answer':
      return 'no-answer';
    case 'canceled':
      return 'canceled';
    case 'failed':
      return invalidNumberSipCodes.has(SipResponseCode ?? '')
        ? 'invalid-number'
        : (refusalOf(Number(ErrorCode)) ?? 'carrier');
  }
}
