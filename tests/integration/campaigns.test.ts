import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CallId, CustomerId } from '../../backend/contract/ids.ts';
import { type PersonaId, personaNumber } from '../../backend/simulator/personas/numbers.ts';
import {
  addCustomer,
  control,
  draftCampaign,
  membersOf,
  noRetries,
  untilCampaign,
} from '../support/campaigns.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type RestartableSystem, startRestartableSystem } from '../support/restartable-system.ts';

const patience = 240_000;
const personas = [
  'absent',
  'refuses',
  'voicemail',
  'busy-line',
  'no-answer',
  'web-form',
  'wrong-number',
  'hangs-up-early',
  'invalid-number',
  'call-back-at-three',
  'asks-who',
] as const satisfies readonly PersonaId[];

describeInEachPlacement('a campaign', ({ settings }) => {
  let system: RestartableSystem;

  beforeEach(async () => {
    system = await startRestartableSystem({ ...settings, WRAP_UP_SECONDS: '0' });
    await system.admin.connect();
  });

  afterEach(() => system[Symbol.asyncDispose]());

  /** How often the telephone network was asked for a number. */
  function dials(phoneNumber: string): number {
    return system.simulator.observe().legs.filter(({ to }) => to === phoneNumber).length;
  }

  function allDials(phoneNumbers: readonly string[]): number {
    return phoneNumbers.reduce((sum, phoneNumber) => sum + dials(phoneNumber), 0);
  }

  async function customersAt(phoneNumbers: readonly string[]): Promise<CustomerId[]> {
    const ids: CustomerId[] = [];
    for (const phoneNumber of phoneNumbers) ids.push(await addCustomer(system.admin, phoneNumber));
    return ids;
  }

  function pass(ms: number): Promise<void> {
    return system.simulator.clock.wait(ms, new AbortController().signal);
  }

  async function comeBack(): Promise<void> {
    for (const client of [system.suzuki, system.admin]) await client.connect({ after: client.sequence() });
  }

  it(
    'calls everybody as often as it should, through a pause and the death of the process',
    async () => {
      const numbers = personas.map((persona) => personaNumber(persona, 4_321));
      const [first = ''] = numbers;
      const customerIds = await customersAt([...numbers, first]);
      const retries = { ...noRetries, 'line-busy': { times: 1, afterMinutes: 1 } };
      const agents = [system.suzuki, system.admin];
      const { id } = await draftCampaign(system.admin, agents, customerIds, { retries });
      await control(system.admin, id, 'start');

      await untilCampaign(system.admin, id, ({ progress }) => progress.done + progress.failed >= 2);
      const paused = await control(system.admin, id, 'pause');
      const dialled = allDials(numbers);
      await pass(60_000);
      expect(allDials(numbers)).toBe(dialled);
      expect(paused.pausedFor).toMatchObject({ type: 'by-person', by: { id: system.admin.agentId } });

      await control(system.admin, id, 'resume');
      await untilCampaign(system.admin, id, ({ progress }) => progress.done + progress.failed >= 4);
      await system.killFor(5_000);
      await comeBack();
      const over = await untilCampaign(system.admin, id, ({ state }) => state === 'finished');

      expect(numbers.map((number) => [number, dials(number)])).toEqual(
        personas.map((persona, index) => [numbers[index], persona === 'busy-line' ? 2 : 1]),
      );
      expect(over.progress).toMatchObject({
        customers: 12,
        pending: 0,
        dialling: 0,
        skipped: 1,
        skippedFor: [{ reason: 'same-number', customers: 1 }],
        calls: 12,
      });
      const members = await membersOf(system.admin, id);
      const outcome = (persona: (typeof personas)[number]) => members[personas.indexOf(persona)];
      expect(outcome('refuses')).toMatchObject({ state: 'done', lastCall: { result: 'rejected' } });
      expect(outcome('busy-line')).toMatchObject({ state: 'failed', attempts: 2 });
      expect(outcome('invalid-number')).toMatchObject({
        state: 'failed',
        lastCall: { resultReason: 'invalid-number' },
      });
      expect(members.at(-1)).toMatchObject({ state: 'skipped', reason: 'same-number', attempts: 0 });
      expect(system.suzuki.events.some((event) => event.type === 'campaign-changed')).toBe(true);
    },
    patience,
  );

  it(
    'pauses by itself when half of its last calls fail, and says why',
    async () => {
      const numbers = Array.from({ length: 14 }, (_, line) => personaNumber('invalid-number', 5_000 + line));
      const customerIds = await customersAt(numbers);
      const { id } = await draftCampaign(system.admin, [system.suzuki], customerIds);
      await control(system.admin, id, 'start');

      const { pausedFor, progress } = await untilCampaign(
        system.admin,
        id,
        ({ state }) => state === 'paused',
      );
      await pass(30_000);

      expect(pausedFor).toMatchObject({
        type: 'circuit-open',
        calls: 5,
        failed: 5,
        mostOften: 'invalid-number',
      });
      expect(progress).toMatchObject({ failed: 5, pending: 9 });
      expect(allDials(numbers)).toBe(5);
    },
    patience,
  );

  it(
    'dials a number once that two campaigns have at a time, and never more calls at once than agents are free',
    async () => {
      const numbers = Array.from({ length: 4 }, (_, line) => personaNumber('web-form', 6_000 + line));
      const agents = [system.suzuki, system.admin];
      const campaigns = [
        await draftCampaign(system.admin, agents, await customersAt(numbers)),
        await draftCampaign(system.admin, agents, await customersAt(numbers)),
      ];

      for (const { id } of campaigns) await control(system.admin, id, 'start');
      for (const { id } of campaigns) {
        await untilCampaign(system.admin, id, ({ state }) => state === 'finished');
      }

      expect(numbers.map(dials)).toEqual([1, 1, 1, 1]);
      const members = await Promise.all(campaigns.map(({ id }) => membersOf(system.admin, id)));
      expect(members.flat().filter(({ reason }) => reason === 'called-elsewhere')).toHaveLength(4);
      const callIds = members.flat().flatMap(({ lastCall }) => lastCall?.callId ?? []);
      expect(await mostAtOnce(callIds)).toBeLessThanOrEqual(2);
    },
    patience,
  );

  async function mostAtOnce(callIds: readonly CallId[]): Promise<number> {
    const records = await Promise.all(callIds.map((callId) => system.admin.record(callId)));
    const spans = records.map(({ call }) => ({
      from: Date.parse(call.startedAt),
      to: Date.parse(call.endedAt ?? ''),
    }));
    return Math.max(
      ...spans.map(({ from }) => spans.filter((span) => span.from <= from && span.to > from).length),
    );
  }
});
