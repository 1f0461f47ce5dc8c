import ReconnectingWebSocket from 'partysocket/ws';
import {
  type PhoneClientFrame,
  type PhoneServerFrame,
  phoneServerFrameSchema,
} from '../../../backend/contract/customer-phone.ts';

export interface PhoneSocket {
  /** Says nothing while there is no connection. */
  send(frame: PhoneClientFrame): void;
  close(): void;
}

export interface PhoneSocketOptions {
  readonly pageId: string;
  readonly onFrame: (frame: PhoneServerFrame) => void;
  readonly onLost: () => void;
}

export function openPhoneSocket({ pageId, onFrame, onLost }: PhoneSocketOptions): PhoneSocket {
  const address = new URL(`/simulator/phone/events?pageId=${pageId}`, location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new ReconnectingWebSocket(address.href, [], {
    minReconnectionDelay: 300,
    maxReconnectionDelay: 3_000,
    maxEnqueuedMessages: 0,
  });
  socket.addEventListener('message', ({ data }) => {
    const frame = phoneServerFrameSchema.safeParse(JSON.parse(String(data)));
    if (frame.success) onFrame(frame.data);
  });
  socket.addEventListener('close', onLost);
  return {
    send: (frame) => socket.send(JSON.stringify(frame)),
    close: () => socket.close(),
  };
}
