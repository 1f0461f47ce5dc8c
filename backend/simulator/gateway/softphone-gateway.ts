import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';
import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';
import type { Endpoint } from '../endpoint.ts';
import type { TokenAccount } from './access-token.ts';
import { createDeviceConnection, type DeviceConnection } from './device-connection.ts';
import { createDeviceRegistry } from './device-registry.ts';
import { ringDevices } from './ring-devices.ts';

/** Speaks to the unmodified Voice SDK in browsers: signalling over a WebSocket, sound over WebRTC. */
export interface SoftphoneGateway extends Disposable {
  /** `GET /signal`, a WebSocket. */
  readonly app: Hono;
  /** Rings every device that is registered under the identity at that moment. */
  endpointFor(identity: string): Endpoint;
}

interface GatewayOptions {
  readonly account: TokenAccount;
  /** Real time, also where the simulated network runs faster: tokens come from outside. */
  readonly clock: Clock;
  readonly log: Log;
  /** Changes what a device is offered for a call, where calls are to fail. */
  readonly offered?: (sdp: string, callSid: string) => string;
}

export function createSoftphoneGateway({
  account,
  clock,
  log,
  offered = asItIs,
}: GatewayOptions): SoftphoneGateway {
  const registry = createDeviceRegistry();
  const sockets = new Set<WSContext>();
  const app = new Hono();

  app.get(
    '/signal',
    upgradeWebSocket(
      () => {
        let connection: DeviceConnection | null = null;
        return {
          onOpen: (_event, socket) => {
            sockets.add(socket);
            connection = createDeviceConnection({ socket, account, registry, clock });
          },
          onMessage: (event) => {
            if (typeof event.data === 'string') connection?.received(event.data);
          },
          onClose: (_event, socket) => {
            sockets.delete(socket);
            connection?.closed();
          },
        };
      },
      { onError: (error) => log.error({ err: error }, 'softphone gateway: a WebSocket failed') },
    ),
  );

  return {
    app,
    endpointFor: (identity) => ({
      ring: (call, events) =>
        ringDevices({ registry, offered: (sdp) => offered(sdp, call.callSid) }, identity, call, events),
    }),
    [Symbol.dispose]: () => {
      for (const leg of registry.allLegs()) leg.end();
      for (const socket of sockets) socket.close();
    },
  };
}

function asItIs(sdp: string): string {
  return sdp;
}
