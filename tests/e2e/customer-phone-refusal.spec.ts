import { expect } from '@playwright/test';
import { startBuiltBackend, startBuiltSimulator } from '../support/built-backend.ts';
import { freePort } from '../support/free-port.ts';
import { signIn, startAiCall } from '../support/main-job.ts';
import { test } from './support/console-test.ts';

/** The AI's longest sentence, which nobody interrupts, takes about ten seconds. */
const aSentence = { timeout: 40_000 };

test('who plays the customer beside a simulator of its own refuses, lifts the block, and is called again', async ({
  page: agent,
  browser,
}) => {
  const simulatorPort = String(await freePort());
  const settings = {
    PORT: String(await freePort()),
    SIMULATOR_PORT: simulatorPort,
    SIMULATOR_URL: `http://localhost:${simulatorPort}`,
  };
  await using _simulator = await startBuiltSimulator(settings);
  await using backend = await startBuiltBackend(settings);
  await using context = await browser.newContext();
  const phone = await context.newPage();
  const say = (words: string) => phone.getByRole('button', { name: words }).click();

  await test.step('the console leads to the telephone, which rings', async () => {
    await phone.goto(`${backend.url}/phone`);
    await expect(phone).toHaveURL(`http://localhost:${simulatorPort}/phone`);
    await expect(phone.getByText('電話をお待ちしています')).toBeVisible();
    await agent.goto(backend.url);
    await signIn(agent);
    await startAiCall(agent, 'あなたの電話');
    await phone.getByRole('button', { name: '電話に出る' }).click();
    await expect(phone.getByText('音声もつながっています')).toBeVisible();
  });

  await test.step('a refusal ends the call, and blocks the number', async () => {
    await say('はい、ミナト工業でございます。');
    await expect(phone.getByText('相手が話しています')).toBeVisible(aSentence);
    await say('結構です。');
    await expect(phone.getByText('通話が終わりました')).toBeVisible(aSentence);
    await agent.getByRole('link', { name: '顧客', exact: true }).click();
    await agent.getByRole('searchbox').fill('あなたの電話');
    await agent.getByRole('link', { name: /あなたの電話/ }).click();
    await expect(agent.getByRole('button', { name: 'AIで発信', exact: true })).toBeDisabled();
  });

  await test.step('the block is lifted for a reason, and the telephone rings again', async () => {
    await agent.getByRole('button', { name: '発信禁止を解除' }).click();
    await agent.getByLabel('解除の理由').fill('もう一度、試すため');
    await agent.getByRole('button', { name: '解除する' }).click();
    await agent.getByRole('button', { name: 'AIで発信', exact: true }).click();
    await expect(phone.getByText('着信中')).toBeVisible();
  });
});
