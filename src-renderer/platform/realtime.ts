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

export function openRealtime({ address, onFrame, onUnreadable, onLost }: RealtimeOptions): Realtime {
  let after: number | null = null;
  const socket = new ReconnectingWebSocket(() => address(after), [], {
    minReconnectionDelay: 300,
    // Well below the time in which the server waits for a console that has gone (`patienceMs` in backend/agents/connections.ts).
    maxReconnectionDelay: 2_000,
    connectionTimeout: 5_000,
    maxEnqueuedMessages: 0,
  });

  socket.addEventListener('message', ({ data }) => {
    const frame = serverFrameSchema.safeParse(parsedJson(data));
    if (!frame.success) return onUnreadable();
    onFrame(frame.data);
    if (frame.data.type !== 'partial') after = frame.data.sequence;
  });
  socket.addEventListener('close', onLost);
  socket.addEventListener('error', onLost);

  return {
    send: (frame) => {
      socket.send(JSON.stringify(frame));
    },
    reconnect: () => socket.reconnect(),
    close: () => socket.close(),
  };
}

function parsedJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : null;
  } catch {
    return null;
  }
}
