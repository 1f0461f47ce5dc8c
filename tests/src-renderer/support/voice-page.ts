import './listen-to-calls.ts';
import { voiceDeviceLoader } from '../../../src-renderer/platform/load-voice-device.ts';
import type {
  TestLeg,
  VoiceDevice,
  VoiceEvent,
  VoiceLeg,
} from '../../../src-renderer/platform/voice-device-port.ts';

/** A page with nothing but the voice device, driven from a test. */
interface VoicePage {
  readonly events: string[];
  open(options: { token: string; gateway: string; windowName: string }): Promise<void>;
  answer(): void;
  mute(muted: boolean): void;
  press(digits: string): void;
  hangUp(): void;
  answerTest(): void;
  hangUpTest(): void;
  close(): void;
  /** Gives the next token, for which the server lets the device wait. */
  renewWith(token: string): void;
  /** Cuts the signalling as a lost network would. */
  dropSocket(): void;
}

declare global {
  interface Window {
    voicePage: VoicePage;
  }
}

const sockets: WebSocket[] = [];
window.WebSocket = class extends window.WebSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    sockets.push(this);
  }
};

let device: VoiceDevice | null = null;
let leg: VoiceLeg | null = null;
let testLeg: TestLeg | null = null;
const events: string[] = [];
const nextToken = Promise.withResolvers<string>();

function note(event: VoiceEvent): void {
  if (event.type === 'rung') leg = event.leg;
  if (event.type === 'test-rung') testLeg = event.leg;
  events.push(event.type === 'failed' ? `failed: ${event.reason}` : event.type);
}

window.voicePage = {
  events,
  open: async ({ token, gateway, windowName }) => {
    const tokens = [token];
    const openDevice = voiceDeviceLoader({ carrier: 'simulated', gateway }, location.origin);
    device = await openDevice({
      fetchToken: async () => tokens.shift() ?? nextToken.promise,
      isOurs: ({ window: addressee }) => addressee === windowName,
      isTest: ({ testCallId, clientId }) => testCallId !== undefined && clientId === windowName,
      onEvent: note,
      onLevels: () => undefined,
      onCaught: () => undefined,
    });
  },
  answer: () => leg?.answer(),
  mute: (muted) => leg?.mute(muted),
  press: (digits) => leg?.press(digits),
  hangUp: () => leg?.hangUp(),
  answerTest: () => testLeg?.answer(),
  hangUpTest: () => testLeg?.hangUp(),
  close: () => device?.close(),
  renewWith: nextToken.resolve,
  dropSocket: () => sockets.at(-1)?.close(),
};
