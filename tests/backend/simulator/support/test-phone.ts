import type { Endpoint, EndpointEvents, IncomingCall } from '../../../../backend/simulator/endpoint.ts';
import { speechDurationMs } from '../../../../backend/simulator/twiml/speech-duration.ts';

/** A telephone in the test's hand. */
export interface TestPhone extends Endpoint {
  /** The calls it was rung by, oldest first. */
  readonly calls: readonly IncomingCall[];
  readonly heard: readonly string[];
  readonly heardKeys: readonly string[];
  /** How often the other side broke off. */
  breakOffs(): number;
  isOver(): boolean;
  answer(): void;
  refuse(reason: 'busy' | 'no-answer' | 'failed'): void;
  say(text: string, durationMs?: number): void;
  press(digit: string): void;
  hangUp(): void;
}

/** Rings, and does nothing by itself unless it is to answer at once. */
export function createTestPhone({ answers = true }: { readonly answers?: boolean } = {}): TestPhone {
  const calls: IncomingCall[] = [];
  const heard: string[] = [];
  const heardKeys: string[] = [];
  let events: EndpointEvents | null = null;
  let breakOffs = 0;
  let over = false;

  const answer = (): void => events?.answered({ read: () => null, play: () => {} });

  return {
    calls,
    heard,
    heardKeys,
    breakOffs: () => breakOffs,
    isOver: () => over,
    ring: (call, callEvents) => {
      calls.push(call);
      events = callEvents;
      over = false;
      queueMicrotask(() => {
        callEvents.ringing();
        if (answers) answer();
      });
      return {
        end: () => {
          over = true;
        },
        heard: ({ text }) => heard.push(text),
        heardBreakOff: () => {
          breakOffs += 1;
        },
        heardKey: (digit) => heardKeys.push(digit),
      };
    },
    answer,
    refuse: (reason) => events?.refused(reason),
    say: (text, durationMs = speechDurationMs(text)) => events?.said({ text, confidence: 0.9, durationMs }),
    press: (digit) => events?.pressed(digit),
    hangUp: () => events?.hungUp(),
  };
}
