import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callSessionSchema } from '../../backend/contract/calls.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { audibleTime, silentTime } from '../../backend/simulator/audible-time.ts';
import type { PersonaId } from '../../backend/simulator/personas/numbers.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { callableCustomer } from '../support/callable-customer.ts';
import { eventually, eventuallyAtServer } from '../support/patience.ts';
import { type RestartableSystem, startRestartableSystem } from '../support/restartable-system.ts';
import { createScriptedCaller } from '../support/scripted-caller.ts';

const longestSilenceMs = 5_000;
const patience = 180_000;
/** As long as a process is down that is killed and started again by what watches over it. */
const downMs = 3_000;
/** Shorter than a sentence: what Twilio asks at its end is answered again. Nobody else can speak on the customer's own leg. */
const brieflyMs = 1_000;

const activeCallsSchema = z.object({ calls: z.array(callSessionSchema) });
/** Of a call that was lost with the process nothing is expected but its end, and no silence. */
const lost = {};

const sentence = {
  text: 'お電話代わりました。お忙しいところ恐れ入ります。',
  confidence: 0.95,
  durationMs: 3_000,
};

const ways = [
  ['gather', 'conference'],
  ['gather', 'customer'],
  ['relay', 'conference'],
  ['relay', 'customer'],
] as const;

describe.each(ways)(
  'a process that is killed and comes back, over %s, the AI on the leg of the %s',
  (transport, aiLeg) => {
    /** A relay that breaks off has its leg ask at once what comes next. On the customer's own leg, nobody's answer is the end of the call (decision 33). */
    const goesOn = transport === 'gather' || aiLeg === 'conference';
    let system: RestartableSystem;

    beforeEach(async () => {
      system = await startRestartableSystem({
        SPEECH_TRANSPORT: transport,
        AI_LEG: aiLeg,
        // What is silence of ours is not to be drowned in what we leave to the customer.
        SILENCE_SECONDS: '3',
        WRAP_UP_SECONDS: '0',
        HANDOFF_SECONDS: '60',
      });
    });

    afterEach(() => system[Symbol.asyncDispose]());

    async function start(persona: PersonaId): Promise<CallId> {
      return system.admin.start({ customerId: await callableCustomer(system.admin, persona) });
    }

    function customerLine() {
      const line = system.simulator
        .observe()
        .legs.find(({ from, to }) => from.startsWith('+') && to.startsWith('+'));
      if (line === undefined) throw new Error('there is no customer');
      return line;
    }

    /** By the simulator's record of what was audible on the customer's line, in simulated milliseconds. */
    function longestSilenceSince(back: Date): number {
      const { said, heard, answeredAt, endedAt } = customerLine();
      const limits = {
        from: Math.max(back.getTime(), Date.parse(answeredAt ?? '')),
        to: endedAt === null ? system.simulator.clock.now().getTime() : Date.parse(endedAt),
      };
      const silences = silentTime(audibleTime([...said, ...heard], limits), limits);
      return Math.max(0, ...silences.map(({ from, to }) => to - from));
    }

    /** Speaks whenever it is in a call, with a breath between sentences. */
    function keepTalking(): void {
      const talk = (): void => {
        system.softphones.up.get(`agent-${system.suzuki.agentId}`)?.say(sentence);
        system.simulator.clock.after(sentence.durationMs + 1_000, talk);
      };
      talk();
    }

    async function connected(persona: PersonaId): Promise<CallId> {
      const callId = await start(persona);
      await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);
      await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
      return callId;
    }

    /** On the way to the agent the customer's own leg asks what comes next: who is killed before the answer has lost the call (decision 33). */
    function customerHearsAgent(): void {
      const isHeard = customerLine().heard.some(({ what }) => what.text === sentence.text);
      if (!isHeard) throw new Error('the customer has not heard the agent yet');
    }

    it(
      'is heard by whom it rang and who answered meanwhile',
      async () => {
        const callId = await start('silent');
        await untilCall(system.admin, callId, ({ call }) => call.status === 'ringing');

        const back = await system.killFor(downMs);
        await untilOver(system.admin, callId);

        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'speaks again to whom it was speaking',
      async () => {
        const callId = await start('silent');
        await untilCall(system.admin, callId, ({ turns }) => turns.length > 0);

        const back = await system.killFor(downMs);
        const { call } = await untilOver(system.admin, callId);

        expect(call).toMatchObject(goesOn ? { result: 'failed', resultReason: 'no-response' } : lost);
        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'goes on with a dialogue where it was',
      async () => {
        const callId = await start('absent');
        const said = await untilCall(system.admin, callId, ({ turns }) => turns.length >= 2);

        const back = await system.killFor(downMs);
        const { call, turns } = await untilOver(system.admin, callId);

        expect(turns.slice(0, said.turns.length)).toEqual(said.turns);
        expect(call).toMatchObject(goesOn ? { result: 'absent' } : lost);
        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'goes on with who rang us, where it was',
      async () => {
        const listen = { type: 'listen' } as const;
        system.simulator.receive(
          createScriptedCaller(
            '+81300995555',
            {
              type: 'reception',
              greeting: 'もしもし、先ほどお電話をいただいた者ですが。',
              replies: [
                { say: '見積もりをお願いしたいので、担当の方にお伝えください。', afterwards: listen },
                { say: 'はい、お願いします。', afterwards: listen },
              ],
              talk: ['はい。'],
              askedToRepeat: 'repeats',
            },
            system.simulator.clock,
          ),
        );
        const callId = await eventuallyAtServer(async () => {
          const { calls } = await system.admin.ask(activeCallsSchema, 'GET', '/api/calls/active');
          const [call] = calls;
          if (call === undefined) throw new Error('no call has come in');
          return call.id;
        });
        const said = await untilCall(system.admin, callId, ({ turns }) => turns.length > 0);

        const back = await system.killFor(downMs);
        const { call, turns } = await untilOver(system.admin, callId);

        expect(turns.slice(0, said.turns.length)).toEqual(said.turns);
        expect(call.direction).toBe('inbound');
        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'goes on looking for an agent while the customer waits',
      async () => {
        const callId = await start('asks-for-human');
        await untilOffered(system.suzuki, callId);

        const back = await system.killFor(downMs);
        await untilOver(system.admin, callId);

        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'brings an agent who had just said to take the call',
      async () => {
        const callId = await start('asks-for-human');
        keepTalking();
        await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);

        const back = await system.killFor(aiLeg === 'conference' ? downMs : brieflyMs);
        await system.suzuki.connect({ after: system.suzuki.sequence() });
        await untilCall(
          system.admin,
          callId,
          ({ call }) => call.status === 'human-connected' || (!goesOn && call.endedAt !== null),
        );
        await system.simulator.clock.wait(20_000, new AbortController().signal);

        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'disturbs nobody who is talking with an agent',
      async () => {
        const callId = await connected('puts-through');
        keepTalking();
        await eventually(customerHearsAgent);

        const back = await system.killFor(downMs);
        await system.suzuki.connect({ after: system.suzuki.sequence() });
        await system.simulator.clock.wait(20_000, new AbortController().signal);
        const { call } = await system.admin.record(callId);

        expect(call.status).toBe('human-connected');
        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'looks after a customer whose agent was lost meanwhile',
      async () => {
        const callId = await connected('puts-through');
        const softphone = await eventually(() => {
          const leg = system.softphones.up.get(`agent-${system.suzuki.agentId}`);
          if (leg === undefined) throw new Error('no softphone is up');
          return leg;
        });
        system.simulator.clock.after(downMs / 2, softphone.hangUp);

        const back = await system.killFor(downMs);
        await untilOver(system.admin, callId);

        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'says to the end what it was saying last',
      async () => {
        const callId = await start('absent');
        await untilCall(
          system.admin,
          callId,
          ({ turns }) => turns.at(-1)?.speaker === 'ai' && turns.length >= 4,
        );

        const back = await system.killFor(downMs);
        await untilOver(system.admin, callId);

        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );

    it(
      'keeps nobody waiting, however often it is killed',
      async () => {
        const callId = await start('puts-through');
        const backs: Date[] = [];

        for (let times = 0; times < 8; times += 1) {
          await system.simulator.clock.wait(5_300, new AbortController().signal);
          backs.push(await system.killFor(1_000));
        }
        await untilOver(system.admin, callId);

        const [back] = backs;
        expect(back && longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );
  },
);
