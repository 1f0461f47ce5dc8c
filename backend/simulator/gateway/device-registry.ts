import type { DeviceLeg, DeviceSocket } from './device-leg.ts';

/** Which devices can be rung, and which legs they are on. */
export interface DeviceRegistry {
  register(identity: string, device: DeviceSocket): void;
  unregister(device: DeviceSocket): void;
  /** In the order of their registration. */
  devicesOf(identity: string): readonly DeviceSocket[];

  addLeg(leg: DeviceLeg): void;
  removeLeg(leg: DeviceLeg): void;
  legsOn(device: DeviceSocket): readonly DeviceLeg[];
  legByToken(reconnectToken: string): DeviceLeg | undefined;
  allLegs(): readonly DeviceLeg[];
}

export function createDeviceRegistry(): DeviceRegistry {
  const identities = new Map<DeviceSocket, string>();
  const legs = new Map<string, DeviceLeg>();
  return {
    register: (identity, device) => {
      identities.set(device, identity);
    },
    unregister: (device) => {
      identities.delete(device);
    },
    devicesOf: (identity) =>
      [...identities].filter(([, registered]) => registered === identity).map(([device]) => device),
    addLeg: (leg) => {
      legs.set(leg.reconnectToken, leg);
    },
    removeLeg: (leg) => {
      legs.delete(leg.reconnectToken);
    },
    legsOn: (device) => [...legs.values()].filter((leg) => leg.isOn(device)),
    legByToken: (reconnectToken) => legs.get(reconnectToken),
    allLegs: () => [...legs.values()],
  };
}
