import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startBuiltBackend } from '../support/built-backend.ts';
import { soundProbe } from '../support/call-sound.ts';
import { fakeMicrophone } from '../support/fake-microphone.ts';
import { doMainJob, signIn } from '../support/main-job.ts';
import { test } from './support/desktop-test.ts';
import { launchDesktop } from './support/launch-desktop.ts';

/** What the agent's microphone hums, in Hz. */
const agentHz = 1_000;

test('an agent does the main job in the packaged app, and both sides hear each other', async ({ launch }) => {
  test.setTimeout(180_000);
  await using backend = await startBuiltBackend();
  const microphone = fakeMicrophone(mkdtempSync(join(tmpdir(), 'toritsugi-microphone-')), agentHz);
  const { app, page } = await launchDesktop({ ...launch, serverUrl: backend.url, args: microphone });
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) broken.push(message.text());
  });
  await app.context().addInitScript(await soundProbe());
  await page.reload();
  await signIn(page);

  await doMainJob(page, backend.url, agentHz);
  expect(broken).toEqual([]);
  await app.close();
});
