const KEYS = '0123456789*#';
const EVENT_BYTES = 4;

/** Reads telephone keys out of RTP (RFC 4733). A key is sent many times over with one timestamp, and reported once. */
export function createTelephoneEventReader(): (payload: Uint8Array, timestamp: number) => string | null {
  let reported: number | null = null;
  return (payload, timestamp) => {
    const key = KEYS[payload[0] ?? KEYS.length];
    if (payload.length < EVENT_BYTES || key === undefined || timestamp === reported) return null;
    reported = timestamp;
    return key;
  };
}
