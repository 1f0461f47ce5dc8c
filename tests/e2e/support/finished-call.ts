import { expect as soon } from '@playwright/test';
import type { CallId } from '../../../backend/contract/ids.ts';
import { demoAccounts } from '../../../backend/db/seed/demo-accounts.ts';
import { callableCustomer } from '../../support/callable-customer.ts';
import { openConsole } from '../../support/console-client.ts';

const expect = soon.configure({ timeout: 60_000 });

interface FinishedCall {
  readonly callId: CallId;
  readonly company: string;
}

/** The first agent's call that the AI opened: the reception put it on hold, and the agent gave it up. */
export async function finishedCall(url: string): Promise<FinishedCall> {
  await using agent = await openConsole(url, demoAccounts[0]);
  const customerId = await callableCustomer(agent, 'long-hold');
  const callId = await agent.start({ customerId, mode: 'ai' });
  await expect.poll(async () => (await agent.record(callId)).turns.length).toBeGreaterThan(3);
  await agent.request('POST', '/api/calls/end', { callId });
  await expect.poll(async () => (await agent.record(callId)).call.endedAt).not.toBeNull();
  const { call } = await agent.record(callId);
  return { callId, company: call.customer.company };
}
