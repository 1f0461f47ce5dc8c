/** What the Device must be told to speak to the simulator instead of Twilio. */
export interface SimulatedCarrier {
  /** Host, port and path; the SDK puts `wss://` before and `/signal` behind it. */
  readonly chunderw: string;
  /** The SDK would report every call to Twilio. */
  readonly publishEvents: false;
}

/**
 * Only loaded when the backend says that telephony is simulated, and before the Voice SDK, which keeps the WebSocket it finds when it is
 * loaded. The SDK can only say `wss://`; a gateway on plain HTTP is reached by opening that one host without TLS.
 */
export function reachSimulator(gateway: string, backendUrl: string): SimulatedCarrier {
  if (new URL(backendUrl).protocol === 'http:') openWithoutTls(new URL(`wss://${gateway}`).host);
  return { chunderw: gateway, publishEvents: false };
}

function openWithoutTls(host: string): void {
  window.WebSocket = class extends window.WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      const url = new URL(address);
      if (url.protocol === 'wss:' && url.host === host) url.protocol = 'ws:';
      super(url, protocols);
    }
  };
}
