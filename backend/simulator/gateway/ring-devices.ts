import { randomBytes } from 'node:crypto';
import type { EndpointCall, EndpointEvents, IncomingCall, LegAudio } from '../endpoint.ts';
import { createDeviceLeg, type DeviceLeg, type DeviceSocket } from './device-leg.ts';
import type { DeviceRegistry } from './device-registry.ts';
import type { LegEnd } from './leg-life.ts';

export interface RingingGateway {
  readonly registry: DeviceRegistry;
  /** What each device is offered in place of our SDP. */
  readonly offered: (sdp: string) => string;
}

/**
 * Rings every device registered under an identity; the first to answer has the call and the others are canceled. Somebody who says no
 * silences one device only: the call is refused once none is left that rings.
 */
export function ringDevices(
  gateway: RingingGateway,
  identity: string,
  call: IncomingCall,
  events: EndpointEvents,
): EndpointCall {
  const devices = gateway.registry.devicesOf(identity);
  const ring = createRing(gateway, call, events);
  for (const device of devices) ring.add(device);
  let ended = false;
  queueMicrotask(() => {
    if (ended) return;
    if (devices.length > 0) events.ringing();
    else events.refused('no-answer');
  });
  return {
    end: () => {
      ended = true;
      ring.end();
    },
    // A device hears sound itself; words are for endpoints that have only them.
    heard: () => {},
    heardBreakOff: () => {},
    heardKey: () => {},
  };
}

interface Ring {
  add(device: DeviceSocket): void;
  end(): void;
}

function createRing({ registry, offered }: RingingGateway, call: IncomingCall, events: EndpointEvents): Ring {
  const legs = new Set<DeviceLeg>();
  let winner: DeviceLeg | null = null;

  function answered(leg: DeviceLeg, audio: LegAudio): void {
    if (!legs.has(leg)) return;
    winner = leg;
    for (const other of legs) if (other !== leg) other.end();
    events.answered(audio);
  }

  function ended(leg: DeviceLeg, how: LegEnd): void {
    if (leg === winner) events.hungUp();
    else if (winner === null && legs.size === 0) events.refused(how === 'refused' ? 'busy' : 'no-answer');
  }

  return {
    add: (device) => {
      const leg: DeviceLeg = createDeviceLeg({
        call,
        device,
        offered,
        reconnectToken: randomBytes(24).toString('base64url'),
        events: {
          answered: (audio) => answered(leg, audio),
          pressed: (key) => {
            if (leg === winner) events.pressed(key);
          },
          ended: (how) => ended(leg, how),
          over: () => {
            legs.delete(leg);
            registry.removeLeg(leg);
          },
        },
      });
      legs.add(leg);
      registry.addLeg(leg);
    },
    end: () => {
      for (const leg of legs) leg.end();
    },
  };
}
