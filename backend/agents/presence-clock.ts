import type { Log } from '../kernel/log.ts';
import type { PresenceService } from './presence-service.ts';

const pauseMs = 30_000;

/**
 * Works everybody's presence out again every half minute: working hours begin and end without any event. The first time is half a minute
 * after the start, when the consoles have come back.
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
