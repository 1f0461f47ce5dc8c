import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { voiceSignalling } from '../../../backend/contract/voice-edges.ts';
import { voiceDeviceLoader } from '../../../src-renderer/platform/load-voice-device.ts';
import type { VoiceDevice } from '../../../src-renderer/platform/voice-device-port.ts';
import { type PlayedNetwork, playNetwork } from '../support/played-websocket.ts';

describe('openVoiceDevice', () => {
  let network: PlayedNetwork;
  let device: VoiceDevice;

  // Before the SDK, which keeps the WebSocket that it finds when it is loaded.
  beforeEach(async () => {
    network = playNetwork();
    const open = voiceDeviceLoader({ carrier: 'twilio' }, location.origin);
    device = await open({
      fetchToken: async () => 'token',
      isOurs: () => false,
      isTest: () => false,
      onEvent: () => undefined,
      onLevels: () => undefined,
      onCaught: () => undefined,
    });
  });

  afterEach(() => {
    device.close();
    network.restore();
  });

  it('signals to the near edge first, then to the next, and to no host that the policies do not allow', async () => {
    await expect.poll(() => network.addresses).toHaveLength(1);
    network.breakOff();

    await expect.poll(() => network.addresses.length).toBeGreaterThan(1);

    const hosts = network.addresses.slice(0, 2).map((address) => new URL(address).origin);
    expect(hosts).toEqual(voiceSignalling);
    expect(hosts).toEqual(['wss://voice-js.tokyo.twilio.com', 'wss://voice-js.roaming.twilio.com']);
  });
});
