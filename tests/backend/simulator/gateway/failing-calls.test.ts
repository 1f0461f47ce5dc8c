import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { spoilOffer } from '../../../../backend/simulator/faults/spoilt-offer.ts';
import { patience } from '../../../support/patience.ts';
import { startVoiceNetwork, type VoiceNetwork } from './voice-network.ts';

const wait = { ...patience, interval: 50 };

describe('a call whose ICE fails in the gateway, with the unmodified Voice SDK in Chromium', () => {
  let network: VoiceNetwork;

  beforeAll(async () => {
    network = await startVoiceNetwork({ offered: (sdp) => spoilOffer(sdp, 'ice-failed') });
  }, 60_000);
  afterAll(() => network[Symbol.asyncDispose]());

  it('is answered, and over without a sound', async () => {
    const agent = await network.openWindow({ identity: 'agent-ice', windowName: 'one' });
    await vi.waitFor(async () => expect(await agent.events()).toContain('registered'), wait);
    const seen = network.ring('agent-ice', 'one');
    await vi.waitFor(async () => expect(await agent.events()).toContain('rung'), wait);

    await agent.do('answer()');

    await vi.waitFor(() => expect(seen.happened).toEqual(['ringing', 'answered', 'hung up']), wait);
    await agent.close();
  });
});
