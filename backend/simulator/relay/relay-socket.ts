import { WebSocket } from 'ws';
import { signature } from '../webhooks/signature.ts';
import { type RelayFrame, writeRelayFrame } from './relay-frames.ts';

/** The carrier's end of a ConversationRelay's WebSocket. */
export interface RelaySocket {
  send(frame: RelayFrame): void;
  close(): void;
}

export interface RelaySocketEvents {
  opened(): void;
  received(text: string): void;
  /** By the other side, or never opened. */
  closed(): void;
}

export type OpenRelay = (url: string, events: RelaySocketEvents) => RelaySocket;

const handshakeTimeoutMs = 5_000;

/** Signs the upgrade as a webhook without parameters, for the very address of the document. */
export function createRelayOpener(authToken: string): OpenRelay {
  return (url, events) => {
    const headers = { 'x-twilio-signature': signature(authToken, url, {}) };
    const socket = new WebSocket(url, { headers, handshakeTimeout: handshakeTimeoutMs });
    socket.on('open', () => events.opened());
    socket.on('message', (data) => events.received(String(data)));
    // What went wrong does not matter: it closes next.
    socket.on('error', () => {});
    socket.on('close', () => events.closed());
    return {
      send: (frame) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(writeRelayFrame(frame));
      },
      close: () => socket.close(1_000),
    };
  };
}
