import ReconnectingWebSocket from 'partysocket/ws';
import { type ClientFrame, type ServerFrame, serverFrameSchema } from '../../backend/contract/events.ts';

export interface RealtimeOptions {
  /** Where to connect. Asked anew each time, because a ticket opens one connection only. */
  address(after: number | null): Promise<string>;
  onFrame(frame: ServerFrame): void;
  /** Something arrived that this console cannot read: a newer server has things to say that it does not know. */
  onUnreadable(): void;
  onLost(): void;
}

/** The server's events, without end: after a break it goes on where it was. */
export interface Realtime {
  /** Says nothing while there is no connection; what must be known is said again on `ready`. */
  send(frame: ClientFrame): void;
  reconnect(): void;
  close(): void;
}

/** More than two beats of the server's (`pauseMs` in backend/realtime/keep-alive.ts). */
const silenceMs = 12_000;

export function openRealtime({ address, onFrame, onUnreadable, onLost }: RealtimeOptions): Realtime {
  let after: number | null = null;
  const socket = new ReconnectingWebSocket(() => address(after), [], {
    minReconnectionDelay: 300,
    // Well below the time in which the server waits for a console that has gone (`patienceMs` in backend/agents/connections.ts).
    maxReconnectionDelay: 2_000,
    connectionTimeout: 5_000,
    maxEnqueuedMessages: 0,
  });

  const watchdog = createWatchdog(() => socket.reconnect());
  socket.addEventListener('message', ({ data }) => {
    watchdog.heard();
    const frame = serverFrameSchema.safeParse(parsedJson(data));
    if (!frame.success) return onUnreadable();
    if (frame.data.type === 'beat') watchdog.expectMore();
    onFrame(frame.data);
    if ('sequence' in frame.data) after = frame.data.sequence;
  });
  socket.addEventListener('close', () => {
    watchdog.rest();
    onLost();
  });
  socket.addEventListener('error', onLost);

  return {
    send: (frame) => {
      socket.send(JSON.stringify(frame));
    },
    reconnect: () => socket.reconnect(),
    close: () => socket.close(),
  };
}

/** Acts once a server that beats has been silent for too long. One that never did is left alone. */
function createWatchdog(onSilent: () => void) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const rest = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const expectMore = (): void => {
    rest();
    timer = setTimeout(onSilent, silenceMs);
  };
  return {
    expectMore,
    heard: () => {
      if (timer !== null) expectMore();
    },
    rest,
  };
}

function parsedJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
