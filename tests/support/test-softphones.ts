import type {
  Endpoint,
  EndpointEvents,
  IncomingCall,
  LegAudio,
  Utterance,
} from '../../backend/simulator/endpoint.ts';

/** Softphones without sound, which answer by themselves as the console's do: as soon as they are rung. */
export interface TestSoftphones {
  readonly endpointFor: (identity: string) => Endpoint;
  /** The legs that are up, by the identity they reached. */
  readonly up: ReadonlyMap<string, SoftphoneLeg>;
  /** From now on the identity's softphone rings in vain; `times` limits how often. */
  ignore(identity: string, times?: number): void;
  /** What the identity's softphone says from its next leg on, as sound. */
  sound(identity: string, read: LegAudio['read']): void;
}

export interface SoftphoneLeg {
  readonly call: IncomingCall;
  say(utterance: Utterance): void;
  hangUp(): void;
}

const silence = (): null => null;

export function createTestSoftphones(): TestSoftphones {
  const up = new Map<string, SoftphoneLeg>();
  const ignored = new Map<string, number>();
  const sounds = new Map<string, LegAudio['read']>();

  function answer(identity: string, call: IncomingCall, events: EndpointEvents): void {
    const left = ignored.get(identity) ?? 0;
    events.ringing();
    if (left > 0) {
      ignored.set(identity, left - 1);
      return;
    }
    events.answered({ read: sounds.get(identity) ?? silence, play: () => undefined });
    up.set(identity, {
      call,
      say: events.said,
      hangUp: () => {
        up.delete(identity);
        events.hungUp();
      },
    });
  }

  return {
    up,
    sound: (identity, read) => sounds.set(identity, read),
    ignore: (identity, times = Number.POSITIVE_INFINITY) => ignored.set(identity, times),
    endpointFor: (identity) => ({
      ring(call, events) {
        setImmediate(() => answer(identity, call, events));
        return {
          end: () => {
            if (up.get(identity)?.call.callSid === call.callSid) up.delete(identity);
          },
          heard: () => undefined,
          heardBreakOff: () => undefined,
          heardKey: () => undefined,
        };
      },
    }),
  };
}
