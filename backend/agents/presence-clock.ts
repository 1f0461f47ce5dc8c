import type { Log } from '../kernel/log.ts';
import type { PresenceService } from './presence-service.ts';

const pauseMs = 10_000;

/**
 * Works everybody's presence out again every ten seconds: working hours begin and end without any event, and a customer may wait for
 * them. The first time is ten seconds after the start, when the consoles have come back.
 */
export function startPresenceClock(presence: PresenceService, log: Log): Disposable {
  const timer = setInterval(() => {
    try {
      presence.refreshAll();
    } catch (error) {
      log.error({ error }, 'presence could not be worked out');
    }
  }, pauseMs);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
