import { z } from 'zod';
import { type Offer, offerSchema } from '../../backend/contract/handoffs.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import { answerTruly, changeAnswer } from './changed-answers.ts';
import { tightLooks } from './looks.ts';
import { signInAs } from './sign-in.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };
const openOffersSchema = z.object({ offers: z.array(offerSchema) });

/** Three customers who wait for the same agent. */
export async function shootSeveralOffers(studio: Studio): Promise<void> {
  for (const language of ['ja', 'en'] as const) {
    const page = await studio.openPage(language);
    await changeAnswer(page, /\/api\/offers$/, openOffersSchema, () => ({
      offers: [1, 2, 3].map((number) => offerOf(number, studio.now())),
    }));
    await signInAs(page, demoAccounts[1]);
    await page
      .getByText(/^(ほかに2件|2 more)/)
      .first()
      .waitFor(soon);
    await studio.shoot('offers', tightLooks[language], page);
    await answerTruly(page);
    await page.context().close();
  }
}

function offerOf(number: number, now: number): Offer {
  const { company, person, department } = demoCustomers[number] ?? {};
  const digits = String(number).padStart(20, '0');
  const urgent = number === 1;
  return offerSchema.parse({
    id: `offer_${digits}`,
    handoffId: `handoff_${digits}`,
    callId: `call_${digits}`,
    agentId: 'played',
    urgency: urgent ? 'connect' : 'prepare',
    reason: urgent ? 'person-on-line' : 'put-on-hold',
    offeredAt: new Date(now).toISOString(),
    deadline: new Date(now + 20_000 + number * 2_000).toISOString(),
    brief: {
      company,
      person: person ?? null,
      department: department ?? null,
      lastTurns: [
        { speaker: 'ai', text: 'お忙しいところ恐れ入ります。ご担当の方はいらっしゃいますでしょうか。' },
        { speaker: 'customer', text: 'はい、わたしが担当です。どのようなご用件でしょうか。' },
      ],
    },
  });
}
