import { doMainJob, signIn } from '../support/main-job.ts';
import { agentHz, test } from './support/console-test.ts';

test('an agent watches the AI get past reception, takes the call, talks with the customer, and confirms the record', async ({
  page,
  backend,
}) => {
  await page.goto(backend.url);
  await signIn(page);

  await doMainJob(page, backend.url, agentHz);
});
