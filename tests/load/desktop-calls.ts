import { setTimeout } from 'node:timers/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { z } from 'zod';
import { customerPageSchema } from '../../backend/contract/customers.ts';
import { type Offer, offerSchema } from '../../backend/contract/handoffs.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { alertEvent, alertPage } from '../desktop/support/alert-window.ts';
import { hideConsole } from '../desktop/support/console-window.ts';
import type { ConsoleClient } from '../support/console-client.ts';
import { companyOf } from '../support/main-job.ts';

/** An agent in the desktop app, the same agent's account without a screen, and an admin who hands calls to them. */
export interface DesktopTeam {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly agent: ConsoleClient;
  readonly admin: ConsoleClient;
}

const talkMs = 2_000;

/** One call is handed to the agent again and again, who declines each time. In milliseconds, from the server's offer to the alert. */
export async function timeAlerts({ app, agent, admin }: DesktopTeam, offers: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < offers) {
    const callId = await startAnsweredCall(agent);
    while (times.length < offers) {
      const shown = await alertEvent(app, 'show');
      const hidden = await alertEvent(app, 'hide');
      if (!(await handTo(agent, admin, callId))) break;
      times.push(await decline(agent, shown));
      await hidden();
    }
    await agent.request('POST', '/api/calls/end', { callId });
    await ended(agent, callId);
  }
  return times;
}

/** A call as an agent has it all day: accepted in the alert, talked with sound, hung up, and its time after it ended. */
export async function holdCall({ app, page, agent, admin }: DesktopTeam): Promise<void> {
  const callId = await startAnsweredCall(agent);
  const shown = await alertEvent(app, 'show');
  if (!(await handTo(agent, admin, callId))) throw new Error('the call cannot be handed to the agent');
  await shown();
  const { id } = await openOffer(agent);
  await (await alertPage(app)).evaluate(`alertWindow.accept('${id}')`);

  while ((await agent.record(callId)).call.status !== 'human-connected') await setTimeout(100);
  await setTimeout(talkMs);
  await page.getByRole('button', { name: '切断' }).click();
  await ended(agent, callId);
  await page.getByText('電話機は使えます').waitFor({ state: 'attached' });
  await agent.request('POST', '/api/agents/wrap-up/finish');
  await hideConsole(app);
}

async function handTo(agent: ConsoleClient, admin: ConsoleClient, callId: CallId): Promise<boolean> {
  const request = { clientId: admin.clientId, toAgentId: agent.agentId };
  return (await admin.request('POST', `/api/calls/${callId}/handoff`, request)).ok;
}

/** Milliseconds from the server's offer, by its own clock, to the alert. */
async function decline(agent: ConsoleClient, shown: () => Promise<number>): Promise<number> {
  const shownAt = await shown();
  const offer = await openOffer(agent);
  await agent.request('POST', `/api/offers/${offer.id}/decline`, { reason: 'busy' });
  return shownAt - Date.parse(offer.offeredAt);
}

async function openOffer(agent: ConsoleClient): Promise<Offer> {
  const { offers } = await agent.ask(z.object({ offers: z.array(offerSchema) }), 'GET', '/api/offers');
  const [offer] = offers;
  if (offer === undefined) throw new Error('the alert was shown without an offer');
  return offer;
}

async function startAnsweredCall(agent: ConsoleClient): Promise<CallId> {
  const search = `search=${encodeURIComponent(companyOf('puts-through'))}`;
  const { customers } = await agent.ask(customerPageSchema, 'GET', `/api/customers?${search}`);
  const [customer] = customers;
  if (customer === undefined) throw new Error('the company is not in the demo data');
  const callId = await agent.start({ customerId: customer.id, mode: 'ai' });
  while ((await agent.record(callId)).call.status !== 'ai-responding') await setTimeout(100);
  return callId;
}

async function ended(agent: ConsoleClient, callId: CallId): Promise<void> {
  while ((await agent.record(callId)).call.endedAt === null) await setTimeout(100);
}
