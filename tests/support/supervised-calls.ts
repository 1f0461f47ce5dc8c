import { expect } from 'vitest';
import { z } from 'zod';
import { auditPageSchema } from '../../backend/contract/audit.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import {
  type Supervision,
  supervisionSchema,
  supervisionsSchema,
  type WantedSupervision,
} from '../../backend/contract/supervision.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import type { ObservedLeg } from '../../backend/simulator/observation.ts';
import { untilCall } from './call-waits.ts';
import type { ConsoleClient } from './console-client.ts';
import { eventuallyAtServer } from './patience.ts';
import type { System } from './system.ts';

/** An admin on the calls of others, what they do there and who hears them. */
export interface SupervisedCalls {
  /** By somebody who says nothing. */
  answeredCall(): Promise<CallId>;
  /** Suzuki talks. */
  talkingCall(): Promise<CallId>;
  start(callId: CallId, mode: WantedSupervision): Promise<Supervision>;
  choose(callId: CallId, mode: WantedSupervision): Promise<Supervision>;
  seenBy(viewer: ConsoleClient): Promise<readonly Supervision[]>;
  untilSeen(mode: WantedSupervision): Promise<void>;
  untilNobody(): Promise<void>;
  isOnLine(agent: ConsoleClient): boolean;
  /** The kinds of those who are up. */
  labelsUp(): readonly string[];
  /** What the admin says now is heard by those whose label begins so. */
  hearersOfAdmin(words: string): Promise<readonly string[]>;
  /** What was written down of the call, the newest first. */
  audited(callId: CallId): Promise<readonly string[]>;
}

const conferencesSchema = z.object({ conferences: z.array(z.object({ sid: z.string() })) });
const participantsSchema = z.object({
  participants: z.array(z.object({ label: z.string(), status: z.string() })),
});

export function superviseCalls(system: System): SupervisedCalls {
  async function answeredCall(): Promise<CallId> {
    const callId = await system.admin.start({ customerId: await system.customerOf('silent') });
    await untilCall(system.admin, callId, ({ call }) => call.status === 'ai-responding');
    return callId;
  }

  async function talkingCall(): Promise<CallId> {
    const callId = await answeredCall();
    await system.suzuki.press(callId);
    await untilCall(system.suzuki, callId, ({ call }) => call.status === 'human-connected');
    return callId;
  }

  function start(callId: CallId, mode: WantedSupervision): Promise<Supervision> {
    const wanted = { mode, clientId: system.admin.clientId };
    return system.admin.ask(supervisionSchema, 'POST', `/api/calls/${callId}/supervision`, wanted);
  }

  function choose(callId: CallId, mode: WantedSupervision): Promise<Supervision> {
    return system.admin.ask(supervisionSchema, 'PUT', `/api/calls/${callId}/supervision`, { mode });
  }

  async function seenBy(viewer: ConsoleClient): Promise<readonly Supervision[]> {
    return (await viewer.ask(supervisionsSchema, 'GET', '/api/supervisions')).supervisions;
  }

  function untilSeen(mode: WantedSupervision): Promise<void> {
    return eventuallyAtServer(async () => {
      expect(await seenBy(system.admin)).toMatchObject([{ state: 'present', mode }]);
    });
  }

  function untilNobody(): Promise<void> {
    return eventuallyAtServer(async () => expect(await seenBy(system.admin)).toEqual([]));
  }

  function isOnLine(agent: ConsoleClient): boolean {
    return system.softphones.up.has(`agent-${agent.agentId}`);
  }

  function labelsUp(): readonly string[] {
    const { legs } = system.simulator.observe();
    return legs.flatMap((leg) => (leg.status === 'in-progress' ? [kindOf(leg)] : []));
  }

  /** From a leg on which the AI was, the customer takes a moment to come. */
  async function untilCustomerIsInConference(): Promise<void> {
    await eventuallyAtServer(async () => {
      const { conferences } = conferencesSchema.parse(await atCarrier('Conferences.json?Status=in-progress'));
      const lists = await Promise.all(
        conferences.map(async ({ sid }) =>
          participantsSchema.parse(await atCarrier(`Conferences/${sid}/Participants.json`)),
        ),
      );
      const present = lists.flatMap(({ participants }) => participants);
      expect(present).toContainEqual({ label: 'customer', status: 'connected' });
    });
  }

  async function atCarrier(path: string): Promise<unknown> {
    const { accountSid, authToken } = simulatedAccount;
    const address = `${system.url}/simulator/2010-04-01/Accounts/${accountSid}/${path}`;
    const authorization = `Basic ${btoa(`${accountSid}:${authToken}`)}`;
    return (await fetch(address, { headers: { authorization } })).json();
  }

  async function hearersOfAdmin(words: string): Promise<readonly string[]> {
    await expect.poll(() => isOnLine(system.admin)).toBe(true);
    await untilCustomerIsInConference();
    const line = system.softphones.up.get(`agent-${system.admin.agentId}`);
    line?.say({ text: words, confidence: 0.9, durationMs: 400 });
    await eventuallyAtServer(async () => {
      const said = system.simulator.observe().legs.flatMap(({ said }) => said);
      expect(said.some(({ what }) => what.text === words)).toBe(true);
    });
    const { legs } = system.simulator.observe();
    const hearing = legs.filter((leg) => leg.heard.some(({ what }) => what.text === words));
    return hearing.map(kindOf).toSorted();
  }

  async function audited(callId: CallId): Promise<readonly string[]> {
    const page = await system.admin.ask(
      auditPageSchema,
      'GET',
      `/api/audit?subject=call&subjectId=${callId}`,
    );
    return page.entries.map(({ action, before, after }) =>
      [action, before?.['mode'], after?.['mode'] ?? after?.['reason']].filter(Boolean).join(' '),
    );
  }

  return {
    answeredCall,
    talkingCall,
    start,
    choose,
    seenBy,
    untilSeen,
    untilNobody,
    isOnLine,
    labelsUp,
    hearersOfAdmin,
    audited,
  };
}

/** Labels are `customer`, `ai-1`, `agent-leg_…`; a customer on whose leg the AI was is made for no conference, and has none. */
export function kindOf({ label, to }: Pick<ObservedLeg, 'label' | 'to'>): string {
  return label === null && to.startsWith('+') ? 'customer' : (label?.split('-')[0] ?? '');
}
