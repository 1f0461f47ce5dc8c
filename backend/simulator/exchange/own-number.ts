import type { Endpoint, EndpointEvents, LegAudio } from '../endpoint.ts';
import type { Caller } from './incoming.ts';

const SILENT_AUDIO: LegAudio = { read: () => null, play: () => {} };

/** A number of the account that is rung by the account itself: one call goes out, another comes in, and they hear each other. */
export function createOwnNumber(receive: (caller: Caller) => void): Endpoint {
  return {
    ring: (call, outside) => {
      let inside: EndpointEvents | null = null;
      let isAnswered = false;
      receive({
        from: call.from,
        endpoint: {
          ring: (_call, events) => {
            inside = events;
            queueMicrotask(() => {
              outside.ringing();
              events.ringing();
            });
            return {
              end: () => (isAnswered ? outside.hungUp() : outside.refused('busy')),
              heard: outside.said,
              heardBreakOff: outside.brokeOff,
              heardKey: outside.pressed,
            };
          },
        },
        answered: () => {
          isAnswered = true;
          outside.answered(SILENT_AUDIO);
          inside?.answered(SILENT_AUDIO);
        },
      });
      return {
        end: () => inside?.hungUp(),
        heard: (utterance) => inside?.said(utterance),
        heardBreakOff: () => inside?.brokeOff(),
        heardKey: (digit) => inside?.pressed(digit),
      };
    },
  };
}
