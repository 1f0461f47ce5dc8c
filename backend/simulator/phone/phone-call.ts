import type { PhoneClientFrame, PhoneLine, PhoneServerFrame } from '../../contract/customer-phone.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EndpointCall, EndpointEvents, IncomingCall } from '../endpoint.ts';
import type { PhoneDevices } from './phone-devices.ts';
import { createPhoneTalk, type PhoneTalk } from './phone-talk.ts';

/** One call, from its first ring to its end. */
export interface PhoneCall {
  /** What the network does with it. */
  readonly endpointCall: EndpointCall;
  /** The call as one page sees it. */
  lineFor(pageId: string): PhoneLine;
  received(pageId: string, frame: PhoneClientFrame): void;
  /** The other side has answered a call of ours. */
  answered(): void;
  pageOpened(pageId: string): void;
  pageClosed(pageId: string): void;
}

export interface PhoneCallOptions {
  readonly incoming: IncomingCall;
  /** The page that dialled; null for a call that came in. */
  readonly dialledOn: string | null;
  readonly events: EndpointEvents;
  readonly devices: PhoneDevices;
  readonly clock: Clock;
  /** What only the page that answered is told. */
  readonly tell: (pageId: string, frame: PhoneServerFrame) => void;
  readonly onAnswered: () => void;
  readonly onOver: () => void;
}

export function createPhoneCall(options: PhoneCallOptions): PhoneCall {
  const { events, dialledOn } = options;
  let talk: PhoneTalk | null = null;
  let over = false;

  function finish(): void {
    over = true;
    talk?.close();
    options.onOver();
  }

  function answer(pageId: string): void {
    talk = createPhoneTalk({
      ...options,
      pageId,
      since: options.clock.now(),
      onHangUp: () => {
        finish();
        events.hungUp();
      },
    });
    options.onAnswered();
    talk.begin();
  }

  function decline(): void {
    finish();
    events.refused('busy');
  }

  /** By who has dialled, before anybody has answered. */
  function giveUp(pageId: string, frame: PhoneClientFrame): void {
    if (pageId !== dialledOn || frame.type !== 'hang-up') return;
    finish();
    events.hungUp();
  }

  const endpointCall: EndpointCall = {
    end: () => {
      if (!over) finish();
    },
    heard: (utterance) => talk?.heard(utterance),
    heardBreakOff: () => talk?.heardBreakOff(),
    heardKey: () => {},
  };

  return {
    endpointCall,
    lineFor: (pageId) => lineFor(options, talk, pageId),
    answered: () => {
      if (dialledOn !== null && talk === null && !over) answer(dialledOn);
    },
    received: (pageId, frame) => {
      if (talk?.pageId === pageId) talk.received(frame);
      else if (talk !== null) return;
      else if (dialledOn !== null) giveUp(pageId, frame);
      else if (frame.type === 'answer') answer(pageId);
      else if (frame.type === 'decline') decline();
    },
    pageOpened: (pageId) => {
      if (talk?.pageId === pageId) talk.pageReopened();
    },
    pageClosed: (pageId) => {
      if (talk?.pageId === pageId) talk.pageClosed();
    },
  };
}

function lineFor(
  { incoming, dialledOn }: Pick<PhoneCallOptions, 'incoming' | 'dialledOn'>,
  talk: PhoneTalk | null,
  pageId: string,
): PhoneLine {
  const from = dialledOn === null ? incoming.from : incoming.to;
  if (talk === null && dialledOn === null) return { phase: 'ringing', from };
  if (talk === null) return { phase: 'calling', to: from, calledHere: dialledOn === pageId };
  return {
    phase: 'talking',
    from,
    since: talk.since.toISOString(),
    answeredHere: talk.pageId === pageId,
  };
}
