import { describe, expect, it } from 'vitest';
import { RTCPeerConnection, RTCRtpCodecParameters } from 'werift';
import { spoilOffer } from '../../../../backend/simulator/faults/spoilt-offer.ts';
import { createDeviceLeg, type DeviceLeg } from '../../../../backend/simulator/gateway/device-leg.ts';
import { eventually } from '../../../support/patience.ts';

interface Ringing {
  readonly leg: DeviceLeg;
  readonly happened: readonly string[];
  offer(): Promise<string>;
}

function ring(offered: (sdp: string) => string): Ringing {
  const happened: string[] = [];
  const offers: string[] = [];
  const leg = createDeviceLeg({
    call: { callSid: 'CA1', accountSid: 'AC1', from: '+815000000001', to: 'client:agent-1', parameters: {} },
    device: { send: (message) => message.type === 'invite' && offers.push(message.payload.sdp) },
    reconnectToken: 'again',
    offered,
    events: {
      answered: () => happened.push('answered'),
      pressed: () => undefined,
      ended: (how) => happened.push(how),
      over: () => happened.push('over'),
    },
  });
  return {
    leg,
    happened,
    offer: () =>
      eventually(() => {
        const [sdp] = offers;
        if (sdp === undefined) throw new Error('nothing was offered');
        return sdp;
      }),
  };
}

/** The browser's end. */
async function answerTo(offer: string): Promise<{ connection: RTCPeerConnection; sdp: string }> {
  const mimeType = 'audio/PCMU';
  const codec = new RTCRtpCodecParameters({ mimeType, clockRate: 8_000, channels: 1, payloadType: 0 });
  const connection = new RTCPeerConnection({
    codecs: { audio: [codec] },
    iceServers: [],
    iceUseIpv6: false,
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
  await connection.setRemoteDescription({ type: 'offer', sdp: offer });
  await connection.setLocalDescription(await connection.createAnswer());
  return { connection, sdp: connection.localDescription?.sdp ?? '' };
}

describe('a call on a device', () => {
  it('is over some seconds after the answer when ICE fails, although nothing says that it did', async () => {
    const { leg, happened, offer } = ring((sdp) => spoilOffer(sdp, 'ice-failed'));
    const device = await answerTo(await offer());

    leg.answered(device.sdp);

    await eventually(() => expect(happened).toEqual(['answered', 'over', 'hung-up']));
    await device.connection.close();
  });

  it('is over when the device knows none of the offered codecs, and says so', async () => {
    const { leg, happened, offer } = ring((sdp) => spoilOffer(sdp, 'codec-refused'));

    expect(await offer()).not.toContain('PCMU');
    leg.hungUp();

    expect(happened).toEqual(['over', 'hung-up']);
  });
});
