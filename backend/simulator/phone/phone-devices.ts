import type { EndpointEvents, IncomingCall, LegAudio } from '../endpoint.ts';
import type { SoftphoneGateway } from '../gateway/softphone-gateway.ts';

/** The microphones and loudspeakers of the phone pages, through the Voice SDK gateway. */
export interface PhoneDevices {
  /** Rings the page's device, which answers by itself. `onChange` gets its sound, and null when that is lost. */
  connect(
    pageId: string,
    call: IncomingCall,
    onChange: (audio: LegAudio | null) => void,
  ): { disconnect(): void };
}

/** Under which a page's device registers. */
export function phoneIdentity(pageId: string): string {
  return `customer-phone-${pageId}`;
}

export function createPhoneDevices(gateway: Pick<SoftphoneGateway, 'endpointFor'>): PhoneDevices {
  return {
    connect: (pageId, call, onChange) => {
      const events: EndpointEvents = {
        answered: onChange,
        // A page without a microphone goes on with words alone.
        hungUp: () => onChange(null),
        refused: () => undefined,
        ringing: () => undefined,
        pressed: () => undefined,
        said: () => undefined,
        brokeOff: () => undefined,
        played: () => undefined,
      };
      const leg = gateway.endpointFor(phoneIdentity(pageId)).ring({ ...call, parameters: {} }, events);
      return { disconnect: () => leg.end() };
    },
  };
}
