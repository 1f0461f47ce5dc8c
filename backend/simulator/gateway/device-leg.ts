import type { IncomingCall, LegAudio } from '../endpoint.ts';
import { createLegLife, type LegEnd } from './leg-life.ts';
import { createMediaPeer } from './media-peer.ts';
import type { GatewayMessage } from './signalling.ts';

/** One call on one device. It outlives the device's WebSocket, which comes and goes while the sound goes on. */
export interface DeviceLeg {
  readonly callSid: string;
  /** Lets the device find its call again over another WebSocket. */
  readonly reconnectToken: string;
  isOn(device: DeviceSocket): boolean;

  /** From the device. */
  answered(sdp: string): void;
  rejected(): void;
  hungUp(): void;
  pressed(keys: string): void;
  renegotiated(sdp: string): void;
  reconnected(device: DeviceSocket): void;
  socketLost(): void;

  /** From the network: cancels or hangs up. */
  end(): void;
}

export interface DeviceSocket {
  send(message: GatewayMessage): void;
}

export interface DeviceLegEvents {
  answered(audio: LegAudio): void;
  pressed(key: string): void;
  ended(how: LegEnd): void;
  /** The leg is over, also when `end()` made it so. */
  over(): void;
}

export interface DeviceLegOptions {
  readonly call: IncomingCall;
  readonly device: DeviceSocket;
  readonly reconnectToken: string;
  /** What the device is offered in place of our SDP. */
  readonly offered: (sdp: string) => string;
  readonly events: DeviceLegEvents;
}

/** Rings the device at once. Nothing is reported after `ended` or `end()`, and `over` comes once, whatever the way. */
export function createDeviceLeg({
  call,
  device,
  reconnectToken,
  offered,
  events,
}: DeviceLegOptions): DeviceLeg {
  const callsid = call.callSid;
  let socket = device;
  const life = createLegLife(events.ended, () => {
    peer.close();
    events.over();
  });
  const peer = createMediaPeer({
    pressed: (key) => events.pressed(key),
    connected: life.back,
    interrupted: life.lost,
  });
  life.carryOn(peer.offer(), 'ringing', (sdp) =>
    socket.send(inviteMessage(call, offered(sdp), reconnectToken)),
  );

  return {
    callSid: callsid,
    reconnectToken,
    isOn: (other) => socket === other,
    answered: (sdp) => {
      if (!life.isAt('ringing')) return;
      life.moveTo('answering');
      // Until packets flow: a connection that never comes about may never say so.
      life.lost();
      life.carryOn(peer.accept(sdp), 'answering', () => {
        life.moveTo('talking');
        events.answered(peer.audio);
      });
    },
    rejected: () => life.finish('refused'),
    hungUp: () => life.finish('hung-up'),
    pressed: (keys) => {
      for (const key of keys) events.pressed(key);
    },
    renegotiated: (offer) =>
      life.carryOn(peer.renegotiate(offer), 'talking', (sdp) =>
        socket.send({ type: 'answer', payload: { callsid, sdp } }),
      ),
    reconnected: (newSocket) => {
      socket = newSocket;
      life.back();
      socket.send({ type: 'answer', payload: { callsid, reconnect: reconnectToken } });
    },
    socketLost: life.lost,
    end: () => {
      const type = life.isAt('ringing') ? 'cancel' : 'hangup';
      life.end();
      socket.send({ type, payload: { callsid } });
    },
  };
}

function inviteMessage(call: IncomingCall, sdp: string, reconnect: string): GatewayMessage {
  return {
    type: 'invite',
    payload: {
      callsid: call.callSid,
      sdp,
      reconnect,
      parameters: {
        CallSid: call.callSid,
        AccountSid: call.accountSid,
        From: call.from,
        To: call.to,
        Params: new URLSearchParams(call.parameters).toString(),
      },
    },
  };
}
