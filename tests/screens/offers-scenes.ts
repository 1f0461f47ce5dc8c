import type { Page } from '@playwright/test';
import { z } from 'zod';
import { agentStatusSchema } from '../../backend/contract/agents.ts';
import { type CallSession, callSessionSchema, historyPageSchema } from '../../backend/contract/calls.ts';
import { type Offer, offerSchema } from '../../backend/contract/handoffs.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { answerTruly, changeAnswer } from './changed-answers.ts';
import { type Language, ownLooks, tightLooks } from './looks.ts';
import { paths } from './played-answers.ts';
import { playedCall, playedOffer } from './played-offers.ts';
import { signInAs } from './sign-in.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const openOffersSchema = z.object({ offers: z.array(offerSchema) });
const agentsSchema = z.object({ agents: z.array(agentStatusSchema) });
const activeCallsSchema = z.object({ calls: z.array(callSessionSchema) });

/** Three customers who wait for the same agent; and one whose call the agent has lost. */
export async function shootSeveralOffers(studio: Studio): Promise<void> {
  const known = await someCall(studio);
  for (const language of ['ja', 'en'] as const) {
    const several = await openOffered(studio, { language, known, numbers: [1, 2, 3], step: 'best' });
    await several
      .getByText(/^(ほかに2件|2 more)/)
      .first()
      .waitFor(soon);
    await studio.shoot('offers', tightLooks[language], several);
    await several.getByRole('button', { name: /^(断る理由を選ぶ|Say why you decline)/ }).click();
    await several.getByRole('menu').waitFor(soon);
    await studio.shoot('decline-reasons', tightLooks[language], several);
    await several.keyboard.press('Escape');
    await leave(several);

    const lost = await openOffered(studio, { language, known, numbers: [1], step: 'return' });
    await lost.getByRole('button', { name: /^(戻る|Return)/ }).waitFor(soon);
    await studio.shoot('offer-return', ownLooks[language], lost);
    await leave(lost);
  }
}

async function someCall(studio: Studio): Promise<CallSession> {
  const { calls } = await studio.agent.ask(historyPageSchema, 'GET', '/api/calls/history');
  if (calls[0] === undefined) throw new Error('there is no call that these could be like');
  return calls[0];
}

interface Offered {
  readonly language: Language;
  readonly known: CallSession;
  readonly numbers: readonly number[];
  readonly step: Offer['step'];
}

async function openOffered(studio: Studio, { language, known, numbers, step }: Offered): Promise<Page> {
  const { agents } = await studio.agent.ask(agentsSchema, 'GET', '/api/agents');
  const asked = agents.find(({ name }) => name === demoAccounts[1].name);
  if (asked === undefined) throw new Error('there is nobody who could be asked');
  const agent = { id: asked.agentId, name: asked.name };
  const page = await studio.openPage(language);
  await changeAnswer(page, paths.calls, activeCallsSchema, () => ({
    calls: numbers.map((number) => playedCall(number, { known, agent, now: studio.now() })),
  }));
  await changeAnswer(page, /\/api\/offers$/, openOffersSchema, () => ({
    offers: numbers.map((number) => ({ ...playedOffer(number, studio.now()), step })),
  }));
  await signInAs(page, demoAccounts[1]);
  return page;
}

async function leave(page: Page): Promise<void> {
  await answerTruly(page);
  await page.context().close();
}
