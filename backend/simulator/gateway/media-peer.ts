import {
  type MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  RtpHeader,
  RtpPacket,
} from 'werift';
import type { LegAudio } from '../endpoint.ts';
import { FRAME_SAMPLES } from '../media/frame.ts';
import { decodeMuLaw, encodeMuLaw } from '../media/mu-law.ts';
import { createJitterBuffer } from './jitter-buffer.ts';
import { createTelephoneEventReader } from './telephone-event.ts';

/** The gateway's end of one WebRTC connection: PCMU both ways, so that sound can be mixed and measured without a codec library. */
export interface MediaPeer {
  readonly audio: LegAudio;
  /** SDP with all candidates: the protocol has no way to send them later. */
  offer(): Promise<string>;
  accept(answer: string): Promise<void>;
  /** The browser changed its network (ICE restart); returns our answer. */
  renegotiate(offer: string): Promise<string>;
  close(): void;
}

export interface MediaPeerEvents {
  pressed(key: string): void;
  /** Packets flow, for the first time or again. */
  connected(): void;
  /** The browser is not reachable; it may come back. */
  interrupted(): void;
}

const PCMU = 0;
const TELEPHONE_EVENT = 126;

export function createMediaPeer(events: MediaPeerEvents): MediaPeer {
  const connection = createConnection();
  const transceiver = connection.addTransceiver('audio', { direction: 'sendrecv' });
  const received = createJitterBuffer();
  const readKey = createTelephoneEventReader();

  forEachTrack(connection, transceiver, (track) =>
    track.onReceiveRtp.subscribe(({ header, payload }) => {
      if (header.payloadType === PCMU) received.write(decodeMuLaw(payload));
      const key = header.payloadType === TELEPHONE_EVENT ? readKey(payload, header.timestamp) : null;
      if (key !== null) events.pressed(key);
    }),
  );
  connection.connectionStateChange.subscribe((state) => {
    if (state === 'connected') events.connected();
    if (state === 'disconnected' || state === 'failed') events.interrupted();
  });

  return {
    audio: { read: received.read, play: createRtpWriter(transceiver) },
    offer: async () => {
      await connection.setLocalDescription(await connection.createOffer());
      return localSdp(connection);
    },
    accept: (answer) => connection.setRemoteDescription({ type: 'answer', sdp: answer }),
    renegotiate: async (offer) => {
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      await connection.setLocalDescription(await connection.createAnswer());
      nominateAgain(connection);
      return localSdp(connection);
    },
    close: () => {
      void connection.close();
    },
  };
}

function createConnection(): RTCPeerConnection {
  return new RTCPeerConnection({
    codecs: {
      audio: [
        new RTCRtpCodecParameters({
          mimeType: 'audio/PCMU',
          clockRate: 8_000,
          channels: 1,
          payloadType: PCMU,
        }),
        new RTCRtpCodecParameters({
          mimeType: 'audio/telephone-event',
          clockRate: 8_000,
          channels: 1,
          payloadType: TELEPHONE_EVENT,
        }),
      ],
    },
    // werift asks a public STUN server unless told otherwise.
    iceServers: [],
    iceUseIpv6: false,
    bundlePolicy: 'max-bundle',
    // For machines without any other network interface.
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
}

/** The track that a transceiver starts with is a placeholder; the one with the packets is announced on either of two events. */
function forEachTrack(
  connection: RTCPeerConnection,
  transceiver: RTCRtpTransceiver,
  use: (track: MediaStreamTrack) => void,
): void {
  const seen = new Set<MediaStreamTrack>();
  const announce = (track: MediaStreamTrack): void => {
    if (seen.has(track)) return;
    seen.add(track);
    use(track);
  };
  transceiver.onTrack.subscribe(announce);
  connection.onTrack.subscribe(announce);
}

function createRtpWriter(transceiver: RTCRtpTransceiver): LegAudio['play'] {
  let sequenceNumber = 0;
  let timestamp = 0;
  return (frame) => {
    const header = new RtpHeader({ payloadType: PCMU, sequenceNumber, timestamp });
    sequenceNumber = (sequenceNumber + 1) % 2 ** 16;
    timestamp = (timestamp + FRAME_SAMPLES) % 2 ** 32;
    const packet = new RtpPacket(header, Buffer.from(encodeMuLaw(frame)));
    // Sound on its way while the connection closes is nobody's loss.
    transceiver.sender.sendRtp(packet).catch(() => undefined);
  };
}

/** werift 0.24.4 picks no candidate pair after an ICE restart, and would stay silent. */
function nominateAgain(connection: RTCPeerConnection): void {
  for (const transport of connection.iceTransports) {
    if (!transport.connection.nominated) transport.start().catch(() => undefined);
  }
}

function localSdp(connection: RTCPeerConnection): string {
  const sdp = connection.localDescription?.sdp;
  if (sdp === undefined) throw new Error('the connection has no local description');
  return sdp;
}
