import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallId } from '../../backend/contract/ids.ts';
import { audibleTime, silentTime } from '../../backend/simulator/audible-time.ts';
import { faultPlanSchema } from '../../backend/simulator/faults/fault-plan.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

/** No customer sits in an empty conference for longer. */
const longestAloneMs = 5_000;

describeInEachPlacement('a customer whom everybody has left', ({ settings, capabilities }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem({
      ...settings,
      SIMULATOR_SPEED: '8',
      OFFER_SECONDS: '5',
      HANDOFF_SECONDS: '20',
      AGENT_RETURN_SECONDS: '5',
      WRAP_UP_SECONDS: '0',
    });
  });

  afterEach(() => system[Symbol.asyncDispose]());

  async function aiCall(): Promise<CallId> {
    const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.admin, callId, ({ turns }) => turns.some(({ speaker }) => speaker === 'ai'));
    return callId;
  }

  async function humanCall(): Promise<CallId> {
    const callId = await aiCall();
    await system.suzuki.press(callId);
    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
    return callId;
  }

  function dropAgent(): void {
    system.softphones.up.get(`agent-${system.suzuki.agentId}`)?.hangUp();
  }

  /** From `since` until something is heard on the customer's leg, by the simulator's record of it, in simulated time. */
  async function untilHeard(since: Date): Promise<number> {
    const from = since.getTime();
    await eventually(() => {
      const [leg] = customerLinesOf(system);
      expect(leg?.heard.some((sound) => Date.parse(sound.from) > from)).toBe(true);
    });
    const [leg] = customerLinesOf(system);
    const limits = { from, to: system.simulator.clock.now().getTime() };
    const [silence] = silentTime(audibleTime(leg?.heard ?? [], limits), limits);
    return silence === undefined ? 0 : silence.to - silence.from;
  }

  it.skipIf(!capabilities.replacesTheAi)('hears another AI when the AI’s leg is lost', async () => {
    const callId = await aiCall();
    const since = system.simulator.clock.now();

    await system.breakAi(callId);

    expect(await untilHeard(since)).toBeLessThan(longestAloneMs);
  });

  it('hears a word and hold audio when the agent’s line is lost', async () => {
    await humanCall();
    const since = system.simulator.clock.now();

    dropAgent();

    expect(await untilHeard(since)).toBeLessThan(longestAloneMs);
  });

  it('hears the AI again, and is taken leave of, when the agent is lost and nobody else can be had', async () => {
    const callId = await humanCall();
    system.suzuki.disconnect();
    dropAgent();

    const { call, turns } = await untilOver(system.admin, callId);

    expect(call.participants.filter(({ kind }) => kind === 'ai').length).toBeGreaterThan(1);
    expect(turns.at(-1)?.speaker).toBe('ai');
  });

  it.skipIf(!capabilities.standbyHears)(
    'hears an apology, and is hung up on, in a conference that never begins',
    async () => {
      system.simulator.faults.follow(faultPlanSchema.parse({ rates: { 'conference-stuck': 1 } }));
      const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
      await untilCall(system.admin, callId, ({ call }) => call.answeredAt !== null);
      const since = system.simulator.clock.now();

      const { call } = await untilOver(system.admin, callId);

      expect(call).toMatchObject({ result: 'failed', resultReason: 'carrier' });
      expect(await untilHeard(since)).toBeLessThan(longestAloneMs);
    },
  );

  it.skipIf(!capabilities.standbyHears)(
    'hears an apology, and is hung up on, who has answered and never comes into the conference',
    async () => {
      system.simulator.faults.follow(faultPlanSchema.parse({ rates: { 'participant-stranded': 1 } }));
      const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
      const answered = await eventually(() => {
        const [leg] = customerLinesOf(system);
        expect(leg?.answeredAt).toBeTypeOf('string');
        return new Date(leg?.answeredAt ?? '');
      });

      const { call } = await untilOver(system.admin, callId);

      expect(call).toMatchObject({ result: 'failed', resultReason: 'carrier' });
      expect(await untilHeard(answered)).toBeLessThan(longestAloneMs);
    },
  );

  it.skipIf(capabilities.standbyHears)(
    'hears an apology, and is hung up on, where a conference never begins after the AI',
    async () => {
      system.simulator.faults.follow(faultPlanSchema.parse({ rates: { 'conference-stuck': 1 } }));
      const callId = await aiCall();
      await system.suzuki.press(callId);
      await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
      const since = system.simulator.clock.now();

      const { call } = await untilOver(system.admin, callId);

      expect(call).toMatchObject({ result: 'failed', resultReason: 'carrier' });
      expect(await untilHeard(since)).toBeLessThan(longestAloneMs);
    },
  );

  it('is not left alone when the AI is lost while an agent who pressed is on the way and does not come', async () => {
    const callId = await aiCall();
    system.softphones.ignore(`agent-${system.suzuki.agentId}`);
    await system.suzuki.press(callId);
    const since = system.simulator.clock.now();

    await untilOver(system.admin, callId);

    expect(await untilHeard(since)).toBeLessThan(longestAloneMs);
  });
});
