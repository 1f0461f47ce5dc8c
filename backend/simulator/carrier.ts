import type { Log } from '../kernel/log.ts';
import type { SimulatedClock } from './clock.ts';
import type { VoiceRecordings } from './exchange/voice-recordings.ts';
import type { Faults } from './faults/faults.ts';
import type { Mixer } from './media/mixer.ts';
import type { OpenRelay } from './relay/relay-socket.ts';
import type { RecordingLibrary } from './twiml/recording-library.ts';
import type { WebhookSender } from './webhooks/webhook-sender.ts';

/** What every part of the simulated carrier works with. */
export interface Carrier {
  readonly accountSid: string;
  readonly clock: SimulatedClock;
  /** What the carrier's own clock says, which may be wrong: for what it tells the application. */
  now(): Date;
  readonly faults: Faults;
  readonly webhooks: WebhookSender;
  readonly openRelay: OpenRelay;
  readonly recordings: RecordingLibrary;
  readonly voiceRecordings: VoiceRecordings;
  readonly mixer: Pick<Mixer, 'createRoom'>;
  readonly log: Log;
  /** An error that Twilio would show in its debugger (twilio.com/docs/api/errors); null where it belongs to no call. */
  report(code: number, callSid: string | null): void;
}
