import { expect, type Page } from '@playwright/test';
import { signIn, startAiCall } from '../support/main-job.ts';
import { test } from './support/console-test.ts';

/** The AI's longest sentence, which nobody interrupts, takes about ten seconds. */
const aSentence = { timeout: 40_000 };

test('a person who plays the customer is talked with by the AI, and then by the agent', async ({
  page: agent,
  browser,
  backend,
}) => {
  await using context = await browser.newContext();
  const phone = await context.newPage();
  const heard = phone.getByRole('list', { name: '会話' });

  await test.step('the telephone rings when the AI calls it', async () => {
    await phone.goto(`${backend.url}/phone`);
    await expect(phone.getByText('電話をお待ちしています')).toBeVisible();
    await agent.goto(backend.url);
    await signIn(agent);
    await startAiCall(agent, 'あなたの電話');
    await phone.getByRole('button', { name: '電話に出る' }).click();
  });

  await test.step('what is typed while the AI speaks waits for the end of its sentence', async () => {
    await say(phone, 'はい、ミナト工業でございます');
    await expect(heard.getByText('お世話になっております', { exact: false }).first()).toBeVisible(aSentence);
    await expect(phone.getByText('相手が話しています')).toBeVisible();
    await say(phone, '少々お待ちください');
    await expect(phone.getByText('相手が話し終えたら話します')).toBeVisible();
    await expect(heard.getByText('少々お待ちください')).toBeVisible(aSentence);
  });

  await test.step('the agent stands by, and is connected when the person in charge comes', async () => {
    await agent.getByRole('button', { name: /受ける/ }).click(aSentence);
    await expect(agent.getByText('待機中です')).toBeVisible();
    // The alert comes while the reception still speaks: the person in charge comes after the AI's answer.
    await expect(heard.getByText('お待ちしております', { exact: false })).toBeVisible(aSentence);
    await say(phone, 'お電話代わりました、田中です');
    await expect(agent.getByText('先方とつながっています')).toBeVisible(aSentence);
  });

  await test.step('the call ends on the console when the customer hangs up', async () => {
    await phone.getByRole('button', { name: '電話を切る' }).click();
    await expect(phone.getByText('通話が終わりました')).toBeVisible();
    await expect(agent.getByText('通話の結果')).toBeVisible();
  });
});

async function say(phone: Page, words: string): Promise<void> {
  await phone.getByLabel('話す言葉').fill(words);
  await phone.keyboard.press('Enter');
}
