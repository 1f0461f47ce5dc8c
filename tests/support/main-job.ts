import { type Page, expect as soon, test } from '@playwright/test';
import { historyPageSchema } from '../../backend/contract/calls.ts';
import { type DemoAccount, demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';
import { type PersonaId, personaAt } from '../../backend/simulator/personas/numbers.ts';
import { personaOf } from '../../backend/simulator/personas/personas.ts';
import { frequencyHeardByAgent, frequencyHeardByCustomer } from './call-sound.ts';
import { openConsole } from './console-client.ts';

/** Real calls take their time: a dialogue, a hold. */
const expect = soon.configure({ timeout: 40_000 });

/** The mixer measures to within 10 Hz, the page in steps of 12 Hz. */
const toleranceHz = 25;

export async function signIn(
  page: Page,
  { email, password }: Pick<DemoAccount, 'email' | 'password'> = demoAccounts[0],
): Promise<void> {
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByLabel('パスワード', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByText('電話機は使えます')).toBeVisible();
}

/** The newest customer in the demo data on one of the persona's telephones. */
export function companyOf(persona: PersonaId): string {
  const company = demoCustomers.findLast((one) => personaAt(one.phoneNumber) === persona)?.company;
  if (company === undefined) throw new Error(`nobody in the demo data ${persona}`);
  return company;
}

export async function startAiCall(page: Page, company: string): Promise<void> {
  await page.getByRole('link', { name: '顧客', exact: true }).click();
  await page.getByRole('searchbox').fill(company);
  await page.getByText(company).first().click();
  await page.getByRole('button', { name: 'AIで発信' }).last().click();
}

/** From the signed-in console to the confirmed record, as an agent does it, with the sound measured at both ends. */
export async function doMainJob(page: Page, url: string, agentHz: number): Promise<void> {
  const transcript = page.getByRole('log');
  const near = (hz: number) => (heard: number) => Math.abs(heard - hz) < toleranceHz;

  await test.step('the transcript grows while the AI talks with the reception', async () => {
    await startAiCall(page, companyOf('puts-through'));
    await expect(transcript.getByText('お世話になっております。')).toBeVisible();
    await expect(transcript.getByText('少々お待ちください')).toBeVisible();
  });

  await test.step('the agent accepts the standby offer and is not heard', async () => {
    await page.getByRole('button', { name: /受ける/ }).click();
    await expect(page.getByText('待機中です')).toBeVisible();
    expect(near(agentHz)(await frequencyHeardByCustomer(url))).toBe(false);
  });

  await test.step('the person in charge comes on the line, and both hear each other', async () => {
    await expect(transcript.getByText('お電話代わりました')).toBeVisible();
    await expect(page.getByText('先方とつながっています')).toBeVisible();
    await expect.poll(async () => near(agentHz)(await frequencyHeardByCustomer(url))).toBe(true);
    const { pitchHz } = personaOf('puts-through');
    await expect
      .poll(async () => near(pitchHz)(await frequencyHeardByAgent(page)), { intervals: [100] })
      .toBe(true);
  });

  await test.step('mute silences the agent, and unmute lets the customer hear again', async () => {
    await page.keyboard.press('m');
    await expect.poll(async () => near(agentHz)(await frequencyHeardByCustomer(url))).toBe(false);
    await page.keyboard.press('m');
    await expect.poll(async () => near(agentHz)(await frequencyHeardByCustomer(url))).toBe(true);
  });

  await test.step('what is said after the handoff is in the transcript too', async () => {
    await expect(transcript.getByRole('listitem').filter({ hasText: /^先方/ }).nth(3)).toBeVisible();
  });

  await test.step('the agent hangs up and confirms the proposed result with one key', async () => {
    await page.getByRole('button', { name: '切断' }).click();
    await expect(page.getByText('通話の結果')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('結果を確定しました')).toBeVisible();
  });

  await test.step('the record is complete', () => expectCompleteRecord(url));
}

async function expectCompleteRecord(url: string): Promise<void> {
  await using agent = await openConsole(url, demoAccounts[0]);
  const { calls } = await agent.ask(historyPageSchema, 'GET', '/api/calls/history?limit=1');
  const [newest] = calls;
  if (newest === undefined) throw new Error('the call is not in the history');
  const { call, turns, handoffs } = await agent.record(newest.id);

  expect(call).toMatchObject({ status: 'completed', result: 'success', resultConfirmed: true });
  expect(call.durationSeconds).toBeGreaterThan(5);
  expect(turns.map((turn) => turn.number)).toEqual(turns.map((_, index) => index + 1));
  expect(new Set(turns.map((turn) => turn.speaker))).toEqual(new Set(['customer', 'ai']));
  expect(handoffs).toMatchObject([{ status: 'connected', reason: 'put-on-hold', requestedBy: 'ai' }]);
  expect(handoffs[0]?.connectedAt).not.toBeNull();
}
