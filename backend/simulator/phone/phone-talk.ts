import type { PhoneClientFrame, PhoneServerFrame } from '../../contract/customer-phone.ts';
import type { EndpointCall, EndpointEvents, IncomingCall } from '../endpoint.ts';
import { speechDurationMs } from '../twiml/speech-duration.ts';
import type { PhoneDevices } from './phone-devices.ts';
import { createPhoneSound } from './phone-sound.ts';

/** The conversation on a call that a page has answered. */
export interface PhoneTalk {
  readonly pageId: string;
  readonly since: Date;
  /** Tells the network. Separate from the making, because the network may speak at once. */
  begin(): void;
  heard: EndpointCall['heard'];
  heardBreakOff(): void;
  received(frame: PhoneClientFrame): void;
  pageClosed(): void;
  pageReopened(): void;
  /** Lets go of the page's microphone and loudspeaker. */
  close(): void;
}

export interface PhoneTalkOptions {
  readonly incoming: IncomingCall;
  readonly events: EndpointEvents;
  readonly pageId: string;
  readonly since: Date;
  readonly devices: PhoneDevices;
  /** What only the page that answered is told. */
  readonly tell: (pageId: string, frame: PhoneServerFrame) => void;
  /** The person has hung up. */
  readonly onHangUp: () => void;
}

/** Typed text counts as heard without a doubt. */
const TYPED_CONFIDENCE = 1;
/** How long the page may be gone: a reload is quicker, and who closes the page has hung up. */
const RELOAD_MS = 4_000;

/** The words are there at once, the page's sound as soon as it is connected. */
export function createPhoneTalk(options: PhoneTalkOptions): PhoneTalk {
  const { events, pageId, since, tell, onHangUp } = options;
  const sound = createPhoneSound(() => performance.now());
  const device = options.devices.connect(pageId, options.incoming, sound.connect);
  let reload: NodeJS.Timeout | undefined;

  function say(text: string): void {
    const durationMs = speechDurationMs(text);
    sound.say(durationMs);
    events.said({ text, confidence: TYPED_CONFIDENCE, durationMs });
  }

  return {
    pageId,
    since,
    begin: () => events.answered(sound.audio),
    heard: ({ text, durationMs }) => {
      sound.wordsHeard(durationMs);
      tell(pageId, { type: 'heard', text, durationMs });
    },
    heardBreakOff: () => {
      sound.wordsBrokenOff();
      tell(pageId, { type: 'heard-break-off' });
    },
    received: (frame) => {
      if (frame.type === 'say') say(frame.text);
      if (frame.type === 'press') events.pressed(frame.key);
      if (frame.type === 'hang-up') onHangUp();
    },
    pageClosed: () => {
      clearTimeout(reload);
      reload = setTimeout(onHangUp, RELOAD_MS);
    },
    pageReopened: () => clearTimeout(reload),
    close: () => {
      clearTimeout(reload);
      device.disconnect();
    },
  };
}
