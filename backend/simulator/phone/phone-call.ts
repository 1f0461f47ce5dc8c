import type { PhoneClientFrame, PhoneLine, PhoneServerFrame } from '../../contract/customer-phone.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EndpointCall, EndpointEvents, IncomingCall } from '../endpoint.ts';
import type { PhoneDevices } from './phone-devices.ts';
import { createPhoneTalk, type PhoneTalk } from './phone-talk.ts';

/** One incoming call, from its first ring to its end. */
export interface PhoneCall {
  /** What the network does with it. */
  readonly endpointCall: EndpointCall;
  /** The call as one page sees it. */
  lineFor(pageId: string): PhoneLine;
  received(pageId: string, frame: PhoneClientFrame): void;
  pageOpened(pageId: string): void;
  pageClosed(pageId: string): void;
}

export interface PhoneCallOptions {
  readonly incoming: IncomingCall;
  readonly events: EndpointEvents;
  readonly devices: PhoneDevices;
  readonly clock: Clock;
  /** What only the page that answered is told. */
  readonly tell: (pageId: string, frame: PhoneServerFrame) => void;
  readonly onAnswered: () => void;
  readonly onOver: () => void;
}

export function createPhoneCall(options: PhoneCallOptions): PhoneCall {
  const { incoming, events } = options;
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
    lineFor: (pageId) => lineFor(incoming, talk, pageId),
    received: (pageId, frame) => {
      if (talk?.pageId === pageId) talk.received(frame);
      if (talk === null && frame.type === 'answer') answer(pageId);
      else if (talk === null && frame.type === 'decline') decline();
    },
    pageOpened: (pageId) => {
      if (talk?.pageId === pageId) talk.pageReopened();
    },
    pageClosed: (pageId) => {
      if (talk?.pageId === pageId) talk.pageClosed();
    },
  };
}

function lineFor({ from }: IncomingCall, talk: PhoneTalk | null, pageId: string): PhoneLine {
  if (talk === null) return { phase: 'ringing', from };
  return {
    phase: 'talking',
    from,
    since: talk.since.toISOString(),
    answeredHere: talk.pageId === pageId,
  };
}
