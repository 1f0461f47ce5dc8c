import { describe, expect, it } from 'vitest';
import { supervisionSchema, supervisionsSchema } from '../../backend/contract/supervision.ts';
import { createTone } from '../../backend/simulator/media/sound-source.ts';
import { untilCall } from '../support/call-waits.ts';
import { patience } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { kindOf } from '../support/supervised-calls.ts';
import { startSystem } from '../support/system.ts';

const settings = { OFFER_SECONDS: '60', AGENT_RETURN_SECONDS: '60', HANDOFF_SECONDS: '200' };

/** The mixer measures to within 10 Hz. */
const toleranceHz = 25;
const adminHz = 700;

describeInEachPlacement(
  'the sound of an admin on the call of an agent, as it is measured on the lines',
  (placement) => {
    it('is heard by nobody, then by the agent alone, then by both', async () => {
      await using system = await startSystem({ ...settings, ...placement.settings, SIMULATOR_SPEED: '1' });
      const identity = `agent-${system.admin.agentId}`;
      system.softphones.sound(identity, createTone(adminHz, 8_000));
      await system.admin.connect();
      const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
      await untilCall(system.admin, callId, ({ call }) => call.status === 'ai-responding');
      await system.suzuki.press(callId);
      await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');
      const path = `/api/calls/${callId}/supervision`;

      /** Those in whose ears the tone is now. */
      function hearing(): readonly string[] {
        const { legs } = system.simulator.observe();
        const hear = legs.filter(({ sound, status }) => {
          const hz = status === 'in-progress' ? (sound?.heard.frequencyHz ?? 0) : 0;
          return Math.abs(hz - adminHz) < toleranceHz;
        });
        return hear.map(kindOf).toSorted();
      }

      function measures(label: string): boolean {
        const { legs } = system.simulator.observe();
        return legs.some((leg) => kindOf(leg) === label && (leg.sound?.said.frequencyHz ?? 0) > 0);
      }

      const { clientId } = system.admin;
      await system.admin.ask(supervisionSchema, 'POST', path, { mode: 'whisper', clientId });
      await expect.poll(hearing, patience).toEqual(['agent']);
      const whispers = measures('supervisor');
      await system.admin.ask(supervisionSchema, 'PUT', path, { mode: 'barge' });
      await expect.poll(hearing, patience).toEqual(['agent', 'customer']);
      await system.admin.ask(supervisionSchema, 'PUT', path, { mode: 'whisper' });
      await expect.poll(hearing, patience).toEqual(['agent']);
      await system.admin.ask(supervisionSchema, 'PUT', path, { mode: 'listen' });
      await expect.poll(hearing, patience).toEqual([]);

      expect(whispers).toBe(true);
    });
  },
);

describe('an admin whom agents are not told of', () => {
  it('is seen by admins only', async () => {
    await using system = await startSystem({ ...settings, SUPERVISION_PRIVATE: 'on' });
    await system.admin.connect();
    const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.admin, callId, ({ call }) => call.status === 'ai-responding');
    await system.suzuki.press(callId);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');

    const wanted = { mode: 'listen', clientId: system.admin.clientId };
    await system.admin.ask(supervisionSchema, 'POST', `/api/calls/${callId}/supervision`, wanted);

    const byAdmin = await system.admin.ask(supervisionsSchema, 'GET', '/api/supervisions');
    const byAgent = await system.suzuki.ask(supervisionsSchema, 'GET', '/api/supervisions');
    expect(byAdmin.supervisions).toHaveLength(1);
    expect(byAgent.supervisions).toEqual([]);
    expect(system.suzuki.events.filter(({ type }) => type === 'supervision-changed')).toEqual([]);
    expect(JSON.stringify(await system.suzuki.record(callId))).not.toContain(`supervisor`);
  });
});
