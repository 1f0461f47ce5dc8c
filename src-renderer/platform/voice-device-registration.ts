import { createBlinkGuard } from './blink-guard.ts';
import { isTokenExpired, voiceFailureOf } from './voice-device-failure.ts';
import type { VoiceDeviceOptions } from './voice-device-port.ts';

interface SdkError {
  readonly code: number;
}

/** The part of the SDK's device that is needed. */
export interface RegisteringDevice {
  on(event: 'registered' | 'unregistered' | 'tokenWillExpire', listener: () => void): unknown;
  on(event: 'error', listener: (error: SdkError) => void): unknown;
  updateToken(token: string): void;
}

const TOKEN_RETRY_MS = 5_000;

/** Fetches a new token before the old one expires, and after it has; again and again where none is to be had. Call the result for one at once. */
export function keepTokenFresh(
  device: RegisteringDevice,
  { fetchToken, onCaught }: Pick<VoiceDeviceOptions, 'fetchToken' | 'onCaught'>,
  closed: AbortSignal,
): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined;
  let renewing = false;
  const renew = async (): Promise<void> => {
    if (renewing) return;
    renewing = true;
    clearTimeout(retry);
    try {
      const token = await fetchToken();
      if (!closed.aborted) device.updateToken(token);
    } catch (cause) {
      onCaught('softphone-token-not-fetched', cause);
      if (!closed.aborted) retry = setTimeout(() => void renew(), TOKEN_RETRY_MS);
    }
    renewing = false;
  };
  device.on('tokenWillExpire', () => void renew());
  device.on('error', ({ code }) => {
    if (isTokenExpired(code)) void renew();
  });
  closed.addEventListener('abort', () => clearTimeout(retry));
  return () => void renew();
}

/** Tells whether the carrier can ring us, and why not. */
export function reportRegistration(
  device: RegisteringDevice,
  { onEvent }: VoiceDeviceOptions,
  closed: AbortSignal,
): void {
  const guard = createBlinkGuard(() => onEvent({ type: 'registration-lost' }));
  device.on('unregistered', guard.lost);
  device.on('registered', () => {
    guard.back();
    onEvent({ type: 'registered' });
  });
  device.on('error', ({ code }) => {
    const reason = voiceFailureOf(code);
    if (reason !== null) onEvent({ type: 'failed', reason });
  });
  closed.addEventListener('abort', guard.back);
}
