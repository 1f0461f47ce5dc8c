import type { Clock } from '../../kernel/clock.ts';
import { checkAccessToken, type TokenAccount } from './access-token.ts';
import type { DeviceSocket } from './device-leg.ts';
import type { DeviceRegistry } from './device-registry.ts';
import { type SignallingError, signallingErrors } from './signalling.ts';

/** Who a device is, by its token and while that lasts, and whether it can be rung. */
export interface DeviceAccess {
  /** The first message of a device, and again with each new token. */
  listened(token: string): void;
  registered(reachable: boolean): void;
  close(): void;
}

export interface DeviceAccessOptions {
  readonly device: DeviceSocket;
  readonly account: TokenAccount;
  readonly registry: DeviceRegistry;
  readonly clock: Clock;
}

/** Calls in progress go on without a valid token; only new ones need it. */
export function createDeviceAccess({ device, account, registry, clock }: DeviceAccessOptions): DeviceAccess {
  let identity: string | null = null;
  let expiry: NodeJS.Timeout | undefined;

  function close(): void {
    clearTimeout(expiry);
    identity = null;
    registry.unregister(device);
  }

  function deny(error: SignallingError): void {
    close();
    device.send({ type: 'error', payload: { error } });
  }

  /** Told that it is offline, the device registers again by itself once it has a new token. */
  function expire(): void {
    deny(signallingErrors.tokenExpired);
    device.send({ type: 'offline', payload: {} });
  }

  function grant(grantedTo: string, expiresAt: Date): void {
    const ttlMs = expiresAt.getTime() - clock.now().getTime();
    identity = grantedTo;
    clearTimeout(expiry);
    expiry = setTimeout(expire, ttlMs);
    const token = { identity, ttl: Math.floor(ttlMs / 1_000) };
    device.send({ type: 'connected', payload: { region: 'SIMULATED', edge: 'simulated', token } });
  }

  return {
    listened: (token) => {
      const checked = checkAccessToken(token, account, clock.now());
      if (checked.type === 'valid') grant(checked.identity, checked.expiresAt);
      else deny(checked.type === 'expired' ? signallingErrors.tokenExpired : signallingErrors.tokenInvalid);
    },
    registered: (reachable) => {
      if (identity === null) {
        deny(signallingErrors.authenticationFailed);
        return;
      }
      if (reachable) registry.register(identity, device);
      else registry.unregister(device);
      device.send({ type: reachable ? 'ready' : 'offline', payload: {} });
    },
    close,
  };
}
