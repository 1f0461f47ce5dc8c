import { expect as soon } from '@playwright/test';
import { frequencyHeardByCustomer } from '../support/call-sound.ts';
import { companyOf, signIn, startAiCall } from '../support/main-job.ts';
import { agentHz, test } from './support/console-test.ts';

const expect = soon.configure({ timeout: 40_000 });

test('an agent who reloads the page in the middle of a call is asked about it, and gets the customer back', async ({
  page,
  backend,
}) => {
  const customerHearsAgent = async () =>
    Math.abs((await frequencyHeardByCustomer(backend.url)) - agentHz) < 25;
  const questions: string[] = [];
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void dialog.accept();
  });
  await page.goto(backend.url);
  await signIn(page);
  await startAiCall(page, companyOf('puts-through'));
  await page.getByRole('button', { name: /受ける/ }).click();
  await expect(page.getByText('先方とつながっています')).toBeVisible();
  await expect.poll(customerHearsAgent).toBe(true);

  await page.reload();
  await expect(page.getByText('通話に戻ってください')).toBeVisible();
  await page.getByRole('button', { name: /戻る/ }).click();

  await expect(page.getByText('先方とつながっています')).toBeVisible();
  await expect.poll(customerHearsAgent).toBe(true);
  expect(questions).toEqual(['beforeunload']);
});
