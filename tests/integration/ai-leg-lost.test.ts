import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallId } from '../../backend/contract/ids.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement(
  "the AI's leg is lost",
  ({ settings }) => {
    let system: System;

    beforeEach(async () => {
      system = await startSystem({
        ...settings,
        OFFER_SECONDS: '60',
        HANDOFF_SECONDS: '200',
        ARRIVAL_SECONDS: '40',
      });
    });

    afterEach(() => system[Symbol.asyncDispose]());

    function legsOf(callId: CallId) {
      return untilCall(system.suzuki, callId, () => true).then(({ call }) => call.participants);
    }

    it('in the dialogue: another one comes and goes on with it', async () => {
      const callId = await system.suzuki.start({ customerId: await system.customerOf('absent') });
      await untilCall(system.suzuki, callId, ({ turns }) => turns.length >= 2);

      await system.breakAi(callId);
      const { call } = await untilOver(system.suzuki, callId);

      expect(call.participants.filter(({ kind }) => kind === 'ai').length).toBeGreaterThan(1);
      expect(call.resultReason).not.toBe('hung-up-early');
    });

    it('while the telephone rings: the customer is met by another one, and can be hung up on', async () => {
      const callId = await system.suzuki.start({ customerId: await system.customerOf('silent') });
      await untilCall(system.suzuki, callId, ({ call }) => call.participants.some(isAiInConference));

      await system.breakAi(callId);
      await untilCall(system.suzuki, callId, ({ call }) => call.status === 'ai-responding');
      await system.suzuki.request('POST', '/api/calls/end', { callId });

      await eventually(() => {
        const up = system.simulator.observe().legs.filter(({ status }) => status === 'in-progress');
        expect(up).toEqual([]);
      });
    });

    it('while it says that it puts them through: the standby agent is heard nevertheless', async () => {
      const callId = await system.suzuki.start({ customerId: await system.customerOf('puts-through') });
      await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
      await untilCall(
        system.suzuki,
        callId,
        ({ call }) => call.status === 'transferring' || isConnected(call.status),
      );

      if ((await legsOf(callId)).some(isAiInConference)) await system.breakAi(callId);
      const { call } = await untilCall(system.suzuki, callId, ({ call }) => isConnected(call.status));

      expect(
        call.participants.find(({ kind, state }) => kind === 'agent' && state === 'in-conference')?.mutedByUs,
      ).toBe(false);
    });
  },
  { needs: ['replacesTheAi'] },
);

function isAiInConference({ kind, state }: { readonly kind: string; readonly state: string }): boolean {
  return kind === 'ai' && state === 'in-conference';
}

function isConnected(status: string): boolean {
  return status === 'human-connected';
}
