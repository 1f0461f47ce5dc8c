import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { agentProfileSchema } from '../../backend/contract/agents.ts';
import { callerNumbersSchema } from '../../backend/contract/telephony.ts';
import { calls } from '../../backend/db/schema/calls.ts';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { faultPlanSchema, noFaults } from '../../backend/simulator/faults/fault-plan.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { customerLinesOf } from '../support/observed-customer.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type System, startSystem } from '../support/system.ts';

const { accountSid, authToken, callerNumber, secondNumber } = simulatedAccount;
/** The carrier does what it is asked, and neither its answer nor any webhook reaches us. */
const unheard = faultPlanSchema.parse({ rates: { 'rest-error-after': 1, 'webhook-lost': 1 } });

describeInEachPlacement('the number that customers are shown', ({ settings }) => {
  let system: System;

  beforeEach(async () => {
    system = await startSystem(settings);
  });

  afterEach(() => system[Symbol.asyncDispose]());

  async function assign(number: string | null): Promise<void> {
    const path = `/api/agents/${system.suzuki.agentId}`;
    const { settings: own } = await system.admin.ask(agentProfileSchema, 'GET', `${path}/profile`);
    const assigned = { basedOn: own.version, settings: { callerNumber: number } };
    await system.admin.ask(agentProfileSchema, 'PUT', `${path}/settings`, assigned);
  }

  it('can be any of the account’s', async () => {
    const { numbers } = await system.admin.ask(callerNumbersSchema, 'GET', '/api/telephony/numbers');

    expect(numbers).toEqual([callerNumber, secondNumber]);
  });

  it('is the one that was assigned to the agent who has them called, for as long as the call lasts', async () => {
    const customerId = await system.customerOf('absent');
    await untilOver(system.suzuki, await system.suzuki.start({ customerId }));
    await assign(secondNumber);

    await untilOver(system.suzuki, await system.suzuki.start({ customerId }));

    expect(customerLinesOf(system).map(({ from }) => from)).toEqual([callerNumber, secondNumber]);
    expect(
      system.database.query
        .select()
        .from(calls)
        .all()
        .map((call) => call.callerNumber),
    ).toContain(secondNumber);
  });

  it('finds a call again whose request broke off', async () => {
    await assign(secondNumber);
    system.simulator.faults.follow(unheard);
    const callId = await system.suzuki.start({ customerId: await system.customerOf('absent') });
    await untilCall(system.suzuki, callId, ({ call }) => call.submissionUnknown);

    system.simulator.faults.follow(noFaults);
    const { call } = await untilOver(system.suzuki, callId);

    expect(call.submissionUnknown).toBe(false);
    expect(customerLinesOf(system).map(({ from }) => from)).toEqual([secondNumber]);
  });

  it('is answered like the main one when it is called back', async () => {
    const url = `${system.url}/webhooks/twilio/incoming`;
    const parameters = {
      AccountSid: accountSid,
      CallSid: `CA${'b'.repeat(32)}`,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: '+81300990001',
      To: secondNumber,
    };

    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': getExpectedTwilioSignature(authToken, url, parameters) },
      body: new URLSearchParams(parameters),
    });

    expect(response.status).toBe(200);
    expect(
      system.database.query
        .select()
        .from(calls)
        .all()
        .filter(({ direction }) => direction === 'inbound'),
    ).toMatchObject([{ phoneNumber: '+81300990001' }]);
  });
});
