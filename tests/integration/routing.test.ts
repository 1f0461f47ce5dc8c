import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgentStore } from '../../backend/agents/agent-store.ts';
import { agentProfileSchema } from '../../backend/contract/agents.ts';
import { handoffReasonSchema } from '../../backend/contract/handoffs.ts';
import { agentIdSchema, type CallId, type CustomerId } from '../../backend/contract/ids.ts';
import {
  handoffRoutingSchema,
  type RoutingDecision,
  type RoutingSettings,
} from '../../backend/contract/routing.ts';
import { teamRoutingSchema } from '../../backend/contract/team.ts';
import { customers } from '../../backend/db/schema/customers.ts';
import { agentPhoneNumber } from '../../backend/simulator/personas/agent-phones.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { eventuallyAtServer } from '../support/patience.ts';
import { type System, startSystem } from '../support/system.ts';

/** As admins set it over HTTP, and as the calls of the simulator are then routed. */
describe('the order in which a team is asked', () => {
  let system: System;
  let customerId: CustomerId;

  beforeEach(async () => {
    system = await startSystem({ ARRIVAL_SECONDS: '40' });
    await system.tanaka.connect();
    await assign(system.tanaka, { priority: 1 });
    await assign(system.suzuki, { priority: 2 });
    customerId = await system.customerOf('asks-for-human');
  });

  afterEach(() => system[Symbol.asyncDispose]());

  async function setTeam(changes: Partial<RoutingSettings>): Promise<void> {
    const { version, settings } = await system.admin.ask(teamRoutingSchema, 'GET', '/api/team/routing');
    const patient = { offerSeconds: 60, handoffSeconds: 600, wrapUpSeconds: 0 };
    await system.admin.ask(teamRoutingSchema, 'PUT', '/api/team/routing', {
      version,
      settings: { ...settings, ...patient, ...changes },
    });
  }

  async function assign({ agentId }: ConsoleClient, settings: object): Promise<void> {
    const path = `/api/agents/${agentId}`;
    const profile = await system.admin.ask(agentProfileSchema, 'GET', `${path}/profile`);
    await system.admin.ask(agentProfileSchema, 'PUT', `${path}/settings`, {
      basedOn: profile.settings.version,
      settings,
    });
  }

  /** Who was asked first for a new call, and why not the other one. */
  async function firstAsked(): Promise<{ callId: CallId; verdicts: Record<string, string | null> }> {
    const callId = await system.admin.start({ customerId });
    const { agents } = await untilDecided(callId, ({ step }) => step !== null);
    return { callId, verdicts: verdictsOf(agents) };
  }

  function untilDecided(
    callId: CallId,
    isIt: (decision: RoutingDecision) => boolean,
  ): Promise<RoutingDecision> {
    return eventuallyAtServer(async () => {
      const { handoffs } = await system.admin.record(callId);
      const decisions = await Promise.all(
        handoffs.map(({ id }) =>
          system.admin.ask(handoffRoutingSchema, 'GET', `/api/handoffs/${id}/routing`),
        ),
      );
      const found = decisions.flatMap((routing) => routing.decisions).find(isIt);
      if (found === undefined) throw new Error('not decided yet');
      return found;
    });
  }

  function verdictsOf(agents: RoutingDecision['agents']): Record<string, string | null> {
    const { suzuki, tanaka } = system;
    const of = ({ agentId }: ConsoleClient): string | null => {
      const verdict = agents.find((agent) => agent.verdict.agentId === agentId)?.verdict;
      if (verdict === undefined) return null;
      if (verdict.outcome === 'passed-over') return verdict.because;
      return verdict.outcome === 'asked' ? 'asked' : verdict.behindBy;
    };
    return { suzuki: of(suzuki), tanaka: of(tanaka) };
  }

  it('is by priority', async () => {
    await setTeam({ strategy: 'priority' });

    expect((await firstAsked()).verdicts).toEqual({ tanaka: 'asked', suzuki: 'priority' });
  });

  it('begins with the owner of the customer', async () => {
    const ownerId = agentIdSchema.parse(system.suzuki.agentId);
    system.database.query.update(customers).set({ ownerId }).where(eq(customers.id, customerId)).run();
    await setTeam({ strategy: 'owner-first' });

    expect((await firstAsked()).verdicts).toEqual({ suzuki: 'asked', tanaka: 'owner' });
  });

  it('passes over who lacks a skill that the call wants', async () => {
    await setTeam({
      strategy: 'skills',
      skills: [{ name: '契約', tags: [], reasons: [...handoffReasonSchema.options] }],
    });
    await assign(system.suzuki, { skills: ['契約'] });

    expect((await firstAsked()).verdicts).toEqual({ suzuki: 'asked', tanaka: 'skill-missing' });
  });

  it('goes round', async () => {
    await setTeam({ strategy: 'round-robin' });
    const first = await firstAsked();
    await system.hangUpCustomer(first.callId);
    await untilOver(system.admin, first.callId);

    const second = await firstAsked();

    expect(first.verdicts['tanaka']).toBe('asked');
    expect(second.verdicts).toEqual({ suzuki: 'asked', tanaka: 'longest-unasked' });
  });

  it('begins with who has been idle for longest', async () => {
    await setTeam({ strategy: 'longest-idle' });
    const { callId } = await firstAsked();
    await system.tanaka.accept((await untilOffered(system.tanaka, callId)).id);
    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');
    await system.hangUpCustomer(callId);
    await untilOver(system.admin, callId);
    await untilAvailable(system.tanaka);

    expect((await firstAsked()).verdicts).toEqual({ suzuki: 'asked', tanaka: 'longest-idle' });
  });

  it('rings telephones only once nobody has the app', async () => {
    system.tanaka.disconnect();
    const phoneNumber = agentPhoneNumber('presses-one', 1);
    const tanaka = agentIdSchema.parse(system.tanaka.agentId);
    createAgentStore(system.database, 'Asia/Tokyo').change(tanaka, { phoneNumber, phoneVerified: true });
    await system.tanaka.request('PUT', '/api/agents/phone', { phoneNumber, reachByPhone: 'always' });
    await setTeam({ strategy: 'priority', telephones: 'overflow' });

    expect((await firstAsked()).verdicts).toEqual({ suzuki: 'asked', tanaka: 'app-before-telephone' });
  });

  it('asks everybody at once in the last step, admins too', async () => {
    await system.admin.connect();
    await setTeam({ offerSeconds: 60, handoffSeconds: 60, ringAll: true, escalateToAdmins: true });

    const callId = await system.admin.start({ customerId });
    const { agents } = await untilDecided(callId, ({ step }) => step === 'last');

    const asked = agents
      .filter(({ verdict }) => verdict.outcome === 'asked')
      .map(({ verdict }) => verdict.agentId);
    const { suzuki, tanaka, admin } = system;
    expect(asked.toSorted()).toEqual([suzuki, tanaka, admin].map(({ agentId }) => agentId).toSorted());
  });

  it('asks an admin where all agents are busy', async () => {
    await system.admin.connect();
    await setTeam({ ringAll: false, escalateToAdmins: true });
    for (const agent of [system.suzuki, system.tanaka]) {
      await agent.request('PUT', '/api/agents/status', { presence: 'busy', reason: 'meeting' });
    }

    const callId = await system.admin.start({ customerId });

    expect((await untilOffered(system.admin, callId)).agentId).toBe(system.admin.agentId);
  });

  function untilAvailable({ agentId }: ConsoleClient): Promise<void> {
    return eventuallyAtServer(async () => {
      const { status } = await system.admin.ask(agentProfileSchema, 'GET', `/api/agents/${agentId}/profile`);
      expect(status.presence).toBe('available');
    });
  }
});
