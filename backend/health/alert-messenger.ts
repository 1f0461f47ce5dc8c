import type { Log } from '../kernel/log.ts';
import { refusePrivateAddress, resolveBySystem } from './alert-address.ts';
import { alertMessage } from './alert-message.ts';
import type { AlertMessagesStore } from './alert-messages-store.ts';

interface AlertMessengerOptions {
  readonly address: string;
  /** Whether the address may lead into a private network. */
  readonly mayBePrivate: boolean;
  readonly publicUrl: string;
  readonly messages: AlertMessagesStore;
  readonly log: Log;
}

const pauseMs = 5_000;
const longestPauseMs = 5 * 60_000;
const patienceMs = 10_000;

/**
 * Tells every alert to `address`, in their order, also those that were raised while the process was down. What is not taken is tried again,
 * ever more slowly; twice told is possible after a crash, and none is lost.
 */
export function startAlertMessenger({
  address,
  mayBePrivate,
  publicUrl,
  messages,
  log,
}: AlertMessengerOptions): AsyncDisposable {
  const stop = new AbortController();
  let pause = pauseMs;
  let timer: NodeJS.Timeout | undefined;

  async function tell(text: string): Promise<void> {
    if (!mayBePrivate) await refusePrivateAddress(address, resolveBySystem);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
      // Whoever answers at the address must not send us somewhere else, inside our own network.
      redirect: 'error',
      signal: AbortSignal.any([stop.signal, AbortSignal.timeout(patienceMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the address answered ${response.status}`);
  }

  async function tellAll(): Promise<void> {
    try {
      for (let next = messages.next(); next !== null && !stop.signal.aborted; next = messages.next()) {
        await tell(alertMessage(next.alert, publicUrl));
        messages.told(next.sequence);
      }
      pause = pauseMs;
    } catch (error) {
      if (stop.signal.aborted) return;
      log.warn({ error }, 'an alert could not be told outside, and is tried again');
      pause = Math.min(2 * pause, longestPauseMs);
    }
    if (!stop.signal.aborted) timer = setTimeout(again, pause);
  }

  function again(): void {
    work = tellAll();
  }

  let work = tellAll();
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      clearTimeout(timer);
      await work;
    },
  };
}
