import { vi } from 'vitest';
import type { ServerFrame } from '../../../backend/contract/events.ts';

/** Stands where the browser's WebSocket is: the test plays the server. */
export interface PlayedNetwork {
  /** Addresses of the connections that were opened, the newest last. */
  readonly addresses: readonly string[];
  /** What the newest connection sent. */
  sent(): readonly unknown[];
  accept(): void;
  tell(frame: ServerFrame | { readonly type: string }): void;
  breakOff(): void;
  /** Gives the browser its own back. */
  restore(): void;
}

export function playNetwork(): PlayedNetwork {
  const sockets: PlayedSocket[] = [];
  vi.stubGlobal(
    'WebSocket',
    class extends PlayedSocket {
      constructor(address: string | URL) {
        super(String(address));
        sockets.push(this);
      }
    },
  );
  const newest = (): PlayedSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no connection was opened');
    return socket;
  };

  return {
    get addresses() {
      return sockets.map(({ address }) => address);
    },
    sent: () => newest().sent,
    accept: () => newest().accept(),
    tell: (frame) => newest().dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) })),
    breakOff: () => newest().close(),
    restore: () => vi.unstubAllGlobals(),
  };
}

class PlayedSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  readonly address: string;
  readonly sent: unknown[] = [];
  binaryType = 'blob';
  readyState: number = PlayedSocket.CONNECTING;

  constructor(address: string) {
    super();
    this.address = address;
  }

  accept(): void {
    this.readyState = PlayedSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  send(data: string): void {
    this.sent.push(JSON.parse(data));
  }

  close(): void {
    this.readyState = PlayedSocket.CLOSED;
    this.dispatchEvent(new CloseEvent('close', { code: 1_006 }));
  }
}
