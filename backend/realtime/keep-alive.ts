import type { WebSocket } from 'ws';

const pauseMs = 5_000;
/** Without an answer for this long the console is gone (design 7). */
const patienceMs = 15_000;

/** Pings from our side, because the timers of a page in the background are throttled. Ends a socket that does not answer. */
export function keepAlive(socket: WebSocket): Disposable {
  let unanswered = 0;
  socket.on('pong', () => {
    unanswered = 0;
  });
  const timer = setInterval(() => {
    if (unanswered * pauseMs >= patienceMs) {
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
