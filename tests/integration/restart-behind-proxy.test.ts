import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallId } from '../../backend/contract/ids.ts';
import { audibleTime, silentTime } from '../../backend/simulator/audible-time.ts';
import type { PersonaId } from '../../backend/simulator/personas/numbers.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { callableCustomer } from '../support/callable-customer.ts';
import { type RestartableSystem, startRestartableSystem } from '../support/restartable-system.ts';

const longestSilenceMs = 5_000;
/** As long as a process is down that is killed and started again by what watches over it. */
const downMs = 3_000;
const patience = 180_000;

const sentence = { text: 'お電話代わりました。', confidence: 0.95, durationMs: 3_000 };

/** Without the proxy these calls may be lost with the process (decision 33, restart.test.ts). */
describe.each(['gather', 'relay'])(
  "a process that is killed behind a proxy that holds webhooks, the AI on the customer's own leg, over %s",
  (transport) => {
    let system: RestartableSystem;

    beforeEach(async () => {
      const settings = {
        SPEECH_TRANSPORT: transport,
        AI_LEG: 'customer',
        SILENCE_SECONDS: '3',
        WRAP_UP_SECONDS: '0',
        HANDOFF_SECONDS: '60',
      };
      system = await startRestartableSystem(settings, 'waits');
    });

    afterEach(() => system[Symbol.asyncDispose]());

    async function start(persona: PersonaId): Promise<CallId> {
      return system.admin.start({ customerId: await callableCustomer(system.admin, persona) });
    }

    /** By the simulator's record of what was audible on the customer's line, in simulated milliseconds. */
    function longestSilenceSince(back: Date): number {
      const line = system.simulator
        .observe()
        .legs.find(({ from, to }) => from.startsWith('+') && to.startsWith('+'));
      if (line === undefined) throw new Error('there is no customer');
      const { said, heard, endedAt } = line;
      const to = endedAt === null ? system.simulator.clock.now().getTime() : Date.parse(endedAt);
      const limits = { from: back.getTime(), to };
      const silences = silentTime(audibleTime([...said, ...heard], limits), limits);
      return Math.max(0, ...silences.map((silence) => silence.to - silence.from));
    }

    /** Speaks whenever it is in a call, with a breath between sentences. */
    function keepTalking(): void {
      const talk = (): void => {
        system.softphones.up.get(`agent-${system.suzuki.agentId}`)?.say(sentence);
        system.simulator.clock.after(sentence.durationMs + 1_000, talk);
      };
      talk();
    }

    it(
      'goes on with a dialogue where it was',
      async () => {
        const callId = await start('absent');
        const said = await untilCall(system.admin, callId, ({ turns }) => turns.length >= 2);

        const back = await system.killFor(downMs);
        const { call, turns } = await untilOver(system.admin, callId);

        expect(turns.slice(0, said.turns.length)).toEqual(said.turns);
        expect(call).toMatchObject({ result: 'absent' });
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

        const back = await system.killFor(downMs);
        await system.suzuki.connect({ after: system.suzuki.sequence() });
        await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
        await system.simulator.clock.wait(20_000, new AbortController().signal);

        expect((await system.admin.record(callId)).call.endedAt).toBeNull();
        expect(longestSilenceSince(back)).toBeLessThanOrEqual(longestSilenceMs);
      },
      patience,
    );
  },
);
