import type { Clock } from '../../kernel/clock.ts';
import type { TokenAccount } from './access-token.ts';
import { createDeviceAccess } from './device-access.ts';
import type { DeviceSocket } from './device-leg.ts';
import type { DeviceRegistry } from './device-registry.ts';
import {
  type CallMessage,
  HEARTBEAT,
  readDeviceMessage,
  signallingErrors,
  writeGatewayMessage,
} from './signalling.ts';

/** One device's WebSocket. */
export interface DeviceConnection {
  received(frame: string): void;
  closed(): void;
}

export interface ConnectionOptions {
  readonly socket: { send(frame: string): void; close(): void };
  readonly account: TokenAccount;
  readonly registry: DeviceRegistry;
  readonly clock: Clock;
}

/** The SDK gives up on a server that is silent for 15 s. */
const HEARTBEAT_MS = 8_000;

/** Messages are taken strictly in order: the SDK sends what it had queued right after its token, without waiting for our answer. */
export function createDeviceConnection(options: ConnectionOptions): DeviceConnection {
  const { socket, registry } = options;
  const device: DeviceSocket = { send: (message) => socket.send(writeGatewayMessage(message)) };
  const access = createDeviceAccess({ ...options, device });
  let heard = true;
  const heartbeat = setInterval(() => {
    if (!heard) {
      socket.close();
      return;
    }
    heard = false;
    socket.send(HEARTBEAT);
  }, HEARTBEAT_MS);

  return {
    received: (frame) => {
      heard = true;
      const message = readDeviceMessage(frame);
      if (message === null) return;
      if (message.type === 'listen') access.listened(message.payload.token);
      else if (message.type === 'register') access.registered(message.payload.media.audio);
      else onCallMessage(registry, device, message);
    },
    closed: () => {
      clearInterval(heartbeat);
      access.close();
      for (const leg of registry.legsOn(device)) leg.socketLost();
    },
  };
}

function onCallMessage(registry: DeviceRegistry, device: DeviceSocket, message: CallMessage): void {
  const { callsid } = message.payload;
  if (message.type === 'invite') {
    onInvite(registry, device, message.payload);
    return;
  }
  const leg = registry.legsOn(device).find((candidate) => candidate.callSid === callsid);
  if (leg === undefined) {
    // Its answer crossed our cancel.
    if (message.type === 'answer') device.send({ type: 'hangup', payload: { callsid } });
    return;
  }
  switch (message.type) {
    case 'answer':
      leg.answered(message.payload.sdp);
      break;
    case 'reject':
      leg.rejected();
      break;
    case 'hangup':
      leg.hungUp();
      break;
    case 'dtmf':
      leg.pressed(message.payload.dtmf);
      break;
    case 'reinvite':
      leg.renegotiated(message.payload.sdp);
      break;
  }
}

/** With a reconnect token: a device that was away looks for its call. Without one it wants to dial, which nothing in the product does. */
function onInvite(
  registry: DeviceRegistry,
  device: DeviceSocket,
  { callsid, reconnect }: { readonly callsid: string; readonly reconnect?: string | undefined },
): void {
  if (reconnect === undefined) {
    device.send({ type: 'hangup', payload: { callsid, error: signallingErrors.declined } });
    return;
  }
  const leg = registry.legByToken(reconnect);
  if (leg) leg.reconnected(device);
  else device.send({ type: 'hangup', payload: { callsid, error: signallingErrors.callUnknown } });
}
