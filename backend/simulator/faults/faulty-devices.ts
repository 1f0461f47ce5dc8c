import type { SimulatedClock } from '../clock.ts';
import type { Endpoint, EndpointEvents } from '../endpoint.ts';
import type { FaultKind } from './fault-plan.ts';
import type { Faults } from './faults.ts';

/** So long the gateway waits for a device whose packets do not come. */
const OUT_OF_REACH_MS = 6_000;

/** Where no browser takes part, what a spoilt offer leads to: a device that never gets as far as an answer, or one that nobody hears. */
export function withDeviceFaults(endpoint: Endpoint, faults: Faults, clock: SimulatedClock): Endpoint {
  return {
    ring: (call, events) => {
      const fault = faults.strike('device', call.callSid);
      return endpoint.ring(call, fault === null ? events : spoilt(events, fault, clock));
    },
  };
}

function spoilt(events: EndpointEvents, fault: FaultKind, clock: SimulatedClock): EndpointEvents {
  return {
    ...events,
    answered: () => {
      if (fault === 'codec-refused') return;
      events.answered({ read: () => null, play: () => undefined });
      clock.after(OUT_OF_REACH_MS, events.hungUp);
    },
  };
}
