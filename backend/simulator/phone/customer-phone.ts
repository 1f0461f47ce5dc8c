import type { PhoneClientFrame, PhoneServerFrame } from '../../contract/customer-phone.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Endpoint, EndpointCall, EndpointEvents, IncomingCall } from '../endpoint.ts';
import { type Caller, WITHHELD_NUMBER } from '../exchange/incoming.ts';
import { createPhoneCall, type PhoneCall } from './phone-call.ts';
import type { PhoneDevices } from './phone-devices.ts';

/** A telephone that a person plays in a browser. It has one line, rings on every page that is open, and also when none is. */
export interface CustomerPhone extends Endpoint {
  /** A page was opened, or came back after a reload. */
  opened(page: PhonePage): void;
  closed(page: PhonePage): void;
  received(page: PhonePage, frame: PhoneClientFrame): void;
}

export interface PhonePage {
  readonly pageId: string;
  send(frame: PhoneServerFrame): void;
}

export interface CustomerPhoneOptions {
  /** E.164 */
  readonly number: string;
  readonly devices: PhoneDevices;
  /** Rings the account's number. */
  readonly dial: (caller: Caller) => void;
  readonly clock: Clock;
}

export function createCustomerPhone({ number, devices, dial, clock }: CustomerPhoneOptions): CustomerPhone {
  const pages = new Set<PhonePage>();
  let call: PhoneCall | null = null;

  function show(page: PhonePage): void {
    page.send({ type: 'line', number, line: call?.lineFor(page.pageId) ?? { phase: 'waiting' } });
  }

  function showAll(): void {
    for (const page of pages) show(page);
  }

  /** Null while the line is taken. */
  function begin(incoming: IncomingCall, events: EndpointEvents, dialledOn: string | null): PhoneCall | null {
    if (call !== null) {
      queueMicrotask(() => events.refused('busy'));
      return null;
    }
    call = createPhoneCall({
      incoming,
      dialledOn,
      events,
      devices,
      clock,
      tell: (pageId, frame) => {
        for (const page of pages) if (page.pageId === pageId) page.send(frame);
      },
      onAnswered: showAll,
      onOver: () => {
        call = null;
        showAll();
      },
    });
    showAll();
    queueMicrotask(() => events.ringing());
    return call;
  }

  function callFrom(pageId: string, showsNumber: boolean): void {
    let begun: PhoneCall | null = null;
    dial({
      from: showsNumber ? number : WITHHELD_NUMBER,
      endpoint: {
        ring: (outgoing, events) => {
          begun = begin(outgoing, events, pageId);
          return begun?.endpointCall ?? unanswered;
        },
      },
      answered: () => begun?.answered(),
    });
  }

  return {
    ring: (incoming, events) => begin(incoming, events, null)?.endpointCall ?? unanswered,
    opened: (page) => {
      pages.add(page);
      call?.pageOpened(page.pageId);
      show(page);
    },
    closed: (page) => {
      pages.delete(page);
      call?.pageClosed(page.pageId);
    },
    received: (page, frame) => {
      if (frame.type !== 'call') call?.received(page.pageId, frame);
      else if (call === null) callFrom(page.pageId, frame.showsNumber);
    },
  };
}

const unanswered: EndpointCall = {
  end: () => {},
  heard: () => {},
  heardBreakOff: () => {},
  heardKey: () => {},
};
