import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { ownLooks, tightLooks } from './looks.ts';
import { signInAs } from './sign-in.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** An admin who listens, whispers, joins in and asks to take over; and what the agent sees of each. */
export async function shootSupervisionScenes(studio: Studio): Promise<void> {
  for (const language of ['ja', 'en'] as const) {
    const agent = studio.pages[language];
    const admin = await studio.openPage(language);
    await signInAs(admin, demoAccounts[2]);
    await admin.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
    await dial(studio, agent);
    const callId = agent.url().split('/').at(-1);
    await admin.goto(`${studio.url}/#/wall/${callId}`);
    await admin.getByRole('button', { name: /^(聞く|Listen)/ }).waitFor(soon);
    await studio.shoot('supervision', tightLooks[language], admin);

    await admin.getByRole('button', { name: /^(聞く|Listen)/ }).click();
    await admin.getByText(/^(聞いています。|You are listening)/).waitFor(soon);
    await studio.shoot('supervision-listen', tightLooks[language], admin);
    await studio.shoot('supervised-listen', tightLooks[language], agent);

    await admin.getByRole('radio', { name: /^(ささやく|Whisper)$/ }).click();
    await admin
      .getByText(/だけに届きます|^Only .* hears you/)
      .first()
      .waitFor(soon);
    await studio.shoot('supervision-whisper', ownLooks[language], admin);
    await studio.shoot('supervised-whisper', ownLooks[language], agent);

    await admin.getByRole('radio', { name: /^(加わる|Join in)$/ }).click();
    await admin
      .getByText(/^声は先方にも届きます|^The customer hears you/)
      .first()
      .waitFor(soon);
    await studio.shoot('supervision-barge', ownLooks[language], admin);
    await studio.shoot('supervised-barge', ownLooks[language], agent);

    await admin.getByRole('button', { name: /^(引き継ぐ|Take over)$/ }).click();
    await admin.getByRole('button', { name: /^(やめる|Cancel)$/ }).waitFor(soon);
    await studio.shoot('supervision-take-over', tightLooks[language], admin);

    await agent.getByRole('button', { name: /^(切断|Hang up)$/ }).click();
    await agent.getByRole('button', { name: /^(確定|Confirm)/ }).click(soon);
    await agent.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
    await admin.context().close();
  }
}

async function dial(studio: Studio, page: Page): Promise<void> {
  await page.goto(`${studio.url}/#/customers/${await studio.customerWho('silent')}`);
  await page.getByRole('button', { name: /^(自分で発信|Call in person)/ }).click(soon);
  await page.getByText(/先方とつながっています|You are connected/).waitFor(soon);
}
