import { afterAll, beforeAll, expect, it } from 'vitest';
import { agentProfileSchema } from '../../backend/contract/agents.ts';
import type { CallRecord } from '../../backend/contract/calls.ts';
import type { CallResult, ResultReason } from '../../backend/contract/vocabulary.ts';
import type { PersonaId } from '../../backend/simulator/personas/numbers.ts';
import { untilOver } from '../support/call-waits.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

/** What somebody does who is called, and what it leads to. */
const outcomes = [
  ['says that the person is out', 'absent', 'absent', 'absent'],
  ['says so behind a telephone menu', 'absent', 'absent', 'ivr'],
  ['takes no sales calls', 'rejected', 'rejection', 'refuses'],
  ['asks what it is about, and needs nothing', 'rejected', 'rejection', 'asks-what'],
  ['puts nobody through without an appointment', 'rejected', 'rejection', 'asks-appointment'],
  ['forbids any further call', 'rejected', 'do-not-call', 'forbids-calls'],
  ['points to a form on the web', 'follow_up', 'website-redirect', 'web-form'],
  ['asks to be called again at three', 'follow_up', 'callback', 'call-back-at-three'],
  ['has an answering machine on', 'absent', 'voicemail', 'voicemail'],
  ['has nothing to do with the company', 'failed', 'wrong-number', 'wrong-number'],
  ['says nothing', 'failed', 'no-response', 'silent'],
  ['hangs up before a word', 'failed', 'hung-up-early', 'hangs-up-early'],
  ['is on another call', 'absent', 'line-busy', 'busy-line'],
  ['does not answer', 'absent', 'no-answer', 'no-answer'],
  ['has no telephone any more', 'failed', 'invalid-number', 'invalid-number'],
] as const satisfies readonly (readonly [string, CallResult, ResultReason, PersonaId])[];

/** Those with whom the AI comes to the point where a human is wanted. */
const wantHuman = [
  ['fetches the person in charge', 'puts-through'],
  ['asks who is calling, and then fetches them', 'asks-who'],
  ['fetches them after a long hold', 'long-hold'],
  ['is the person in charge', 'person-answers'],
  ['asks whether it is a machine, and then for a human', 'asks-machine'],
  ['asks for a human at once', 'asks-for-human'],
  ['cannot be understood', 'rambling'],
  ['speaks English', 'speaks-english'],
] as const satisfies readonly (readonly [string, PersonaId])[];

const apology = /申し訳ございません。.*改めてお電話いたします。|I am sorry.*We will call you again/;

describeInEachPlacement('a call by the AI', ({ settings }) => {
  let system: System;

  beforeAll(async () => {
    // Faster than others: nobody comes and goes here, for whom connections wait in real time.
    system = await startSystem({ ...settings, SIMULATOR_SPEED: '40' });
    await system.suzuki.ask(agentProfileSchema, 'PUT', '/api/agents/status', { presence: 'offline' });
  });

  afterAll(() => system[Symbol.asyncDispose]());

  async function callToItsEnd(persona: PersonaId): Promise<CallRecord> {
    const customerId = await system.customerOf(persona);
    const callId = await system.admin.start({ customerId });
    return untilOver(system.admin, callId);
  }

  it.concurrent.each(outcomes)(
    'to somebody who %s ends as %s (%s)',
    async (_does, result, reason, persona) => {
      const { call } = await callToItsEnd(persona);

      expect({ result: call.result, reason: call.resultReason }).toEqual({ result, reason });
    },
  );

  it.concurrent.each(wantHuman)(
    'to somebody who %s ends with an apology when no agent is there',
    async (_does, persona) => {
      const { call, turns } = await callToItsEnd(persona);

      expect(turns.at(-1)).toMatchObject({
        speaker: 'ai',
        text: expect.stringMatching(apology),
      });
      expect({ result: call.result, reason: call.resultReason }).toEqual({
        result: 'follow_up',
        reason: 'no-agent',
      });
    },
  );
});
