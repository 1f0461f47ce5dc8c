import type { WebSocket } from 'ws';

const pauseMs = 5_000;
/** Two pings in vain: with the time that a console has to come back, it is gone after fifteen seconds (design 7). */
const mostUnanswered = 2;

/** Pings from our side, because the timers of a page in the background are throttled. Ends a socket that does not answer. */
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
  }, pauseMs);
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}
