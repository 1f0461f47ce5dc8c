import { describe, expect, it } from 'vitest';
import { createPhoneVerification } from '../../../backend/agents/phone-verification.ts';
import { createDeskBench } from '../../support/desk-bench.ts';
import { ofEachTest } from '../../support/of-each-test.ts';

const code = '123456';

describe('the verification of a telephone', () => {
  const bench = ofEachTest(createDeskBench);

  function verification() {
    const { database, stores, team, clock, suzuki } = bench();
    stores.agents.change(suzuki, { phoneNumber: '+81312345678' });
    return createPhoneVerification({
      database,
      verifications: stores.phoneVerifications,
      agents: stores.agents,
      profiles: team.agents,
      presence: team.presence,
      events: stores.events,
      line: { sayCode: async () => ({ type: 'rung', legRef: 'CA' }) },
      turn: async () => undefined,
      clock,
      createCode: () => code,
    });
  }

  /** How often everybody was told that Suzuki's settings are others now, and how often they have changed. */
  function changes() {
    const { stores, suzuki } = bench();
    const told = stores.events
      .after(0, 1_000)
      .filter(({ event }) => event.type === 'settings-changed' && event.agentId === suzuki);
    return { told: told.length, version: stores.agents.find(suzuki)?.settings.version ?? 0 };
  }

  it('tells of each change of the settings that it makes', async () => {
    const verifying = verification();
    const before = changes();

    await verifying.begin(bench().suzuki, 'en');
    const begun = changes();
    verifying.enter(bench().suzuki, code);

    expect(begun).toEqual({ told: before.told + 1, version: before.version + 1 });
    expect(changes()).toEqual({ told: before.told + 2, version: before.version + 2 });
    expect(bench().stores.agents.find(bench().suzuki)?.settings).toMatchObject({
      phoneVerified: true,
      phoneLanguage: 'en',
    });
  });
});
