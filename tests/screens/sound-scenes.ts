import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { answerTruly, failAnswer } from './changed-answers.ts';
import { type Language, tightLooks, twoLooks } from './looks.ts';
import { signInAs } from './sign-in.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** What is wrong with the sound, and how an agent tries it out. */
export async function shootSoundScenes(studio: Studio): Promise<void> {
  await shootTestCall(studio);
  for (const language of ['ja', 'en'] as const) {
    await shootDeniedMicrophone(studio, language);
    await shootPoorLine(studio, language);
  }
}

async function shootTestCall(studio: Studio): Promise<void> {
  await studio.open('/settings/sound');
  await studio.each((page) => failAnswer(page, /\/api\/softphone\/test-call$/));
  await studio.each((page) => testCall(page).click());
  await studio.each((page) =>
    page
      .getByText(/^(回線につながりません|The line does not answer)/)
      .first()
      .waitFor(soon),
  );
  await studio.shoot('test-call-failed', twoLooks);
  await studio.each(answerTruly);

  // One after the other: they are the same agent's.
  for (const look of twoLooks) {
    const page = studio.pages[look.language];
    await testCall(page).click();
    await page
      .getByText(/^(発信音のあとに|Please speak)/)
      .first()
      .waitFor(soon);
    await studio.shoot('test-call', [look]);
    await page
      .getByText(/^(終わりました。|That was all)/)
      .first()
      .waitFor(soon);
    await studio.shoot('test-call-over', [look]);
  }
}

function testCall(page: Page) {
  return page.getByRole('button', { name: /^(テスト通話|Start a test call)$/ });
}

async function shootDeniedMicrophone(studio: Studio, language: Language): Promise<void> {
  const page = await studio.openPage(language);
  await page.addInitScript({ content: refusingMicrophone });
  await page.reload();
  await signInAs(page, demoAccounts[1]);
  await page.getByText(/^(電話機を使えません|Softphone not usable)$/).waitFor(soon);
  await studio.shoot('microphone-denied', tightLooks[language], page);
  await page.context().close();
}

/** An agent who has dialled by hand, over a line on which everything takes two seconds. */
async function shootPoorLine(studio: Studio, language: Language): Promise<void> {
  const page = await studio.openPage(language);
  await page.addInitScript({ content: slowRoundTrips });
  await page.reload();
  await signInAs(page, demoAccounts[0]);
  await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
  await page.goto(`${studio.url}/#/customers/${await studio.customerWho('long-hold')}`);
  await page.getByRole('button', { name: /^(自分で発信|Call in person)/ }).click(soon);
  await page.getByText(/^(回線が不安定です|Connection unsteady)$/).waitFor(soon);
  await studio.shoot('poor-line', tightLooks[language], page);

  await page.getByRole('button', { name: /^(切断|Hang up)$/ }).click();
  await page.getByRole('button', { name: /^(確定|Confirm)/ }).click(soon);
  await page.context().close();
}

const refusingMicrophone = `
  navigator.mediaDevices.getUserMedia = async () => {
    throw new DOMException('played', 'NotAllowedError');
  };`;

const slowRoundTrips = `
  const { getStats } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.getStats = async function (...selected) {
    const report = await getStats.apply(this, selected);
    const slow = { roundTripTime: 2, currentRoundTripTime: 2 };
    return new Map([...report].map(([id, entry]) => [id, { ...entry, ...slow }]));
  };`;
