import type { WebSocket } from 'ws';
import type { ServerFrame } from '../contract/events.ts';

const pauseMs = 5_000;
/** Two pings in vain: with the time that a console has to come back, it is gone after fifteen seconds (design 7). */
const mostUnanswered = 2;

const beat = JSON.stringify({ type: 'beat' } satisfies ServerFrame);

/**
 * Pings from our side, because the timers of a page in the background are throttled. Ends a socket that does not answer. The page, which
 * does not see them, is told by a frame with each.
 */
export function keepAlive(socket: WebSocket): Disposable {
  let unanswered = 0;
  socket.on('pong', () => {
    unanswered = 0;
  });
  const timer = setInterval(() => {
    if (unanswered >= mostUnanswered) {
      socket.terminate();
      return;
    }
    unanswered += 1;
    socket.ping();
    socket.send(beat);
  }, pauseMs);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
