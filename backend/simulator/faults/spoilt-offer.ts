import type { FaultKind } from './fault-plan.ts';

/** What a device is offered when its call is to fail: a codec that it does not have, or an ICE password that is not ours. */
export function spoilOffer(sdp: string, fault: FaultKind | null): string {
  switch (fault) {
    case 'codec-refused':
      return sdp.replace(/^a=rtpmap:0 PCMU\/8000/m, 'a=rtpmap:0 X-UNKNOWN/8000');
    case 'ice-failed':
      return sdp.replace(/^a=ice-pwd:.*$/gm, `a=ice-pwd:${'x'.repeat(24)}`);
    default:
      return sdp;
  }
}
