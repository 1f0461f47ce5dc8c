import { describe, expect, it } from 'vitest';
import { spoilOffer } from '../../../../backend/simulator/faults/spoilt-offer.ts';

const sdp = ['v=0', 'a=ice-pwd:secret', 'a=rtpmap:0 PCMU/8000', 'a=rtpmap:126 telephone-event/8000', ''].join(
  '\r\n',
);

describe('spoilOffer', () => {
  it('leaves the offer alone where nothing is to fail', () => {
    expect(spoilOffer(sdp, null)).toBe(sdp);
  });

  it('offers a codec that nobody has', () => {
    expect(spoilOffer(sdp, 'codec-refused')).toContain('a=rtpmap:0 X-UNKNOWN/8000\r\n');
  });

  it('gives a password with which no ICE check succeeds', () => {
    const spoilt = spoilOffer(sdp, 'ice-failed');

    expect(spoilt).not.toContain('secret');
    expect(spoilt).toContain('a=ice-pwd:xxxx');
    expect(spoilt).toContain('a=rtpmap:0 PCMU/8000');
  });
});
