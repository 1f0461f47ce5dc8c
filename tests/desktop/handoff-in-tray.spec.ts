import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { agentProfileSchema } from '../../backend/contract/agents.ts';
import { customerPageSchema } from '../../backend/contract/customers.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { startBuiltBackend } from '../support/built-backend.ts';
import { type ConsoleClient, openConsole } from '../support/console-client.ts';
import { companyOf, signIn } from '../support/main-job.ts';
import { alertPage, isAlertVisible } from './support/alert-window.ts';
import { hideConsole, isConsoleVisible } from './support/console-window.ts';
import { test } from './support/desktop-test.ts';
import { heardSounds, soundNotes } from './support/heard-sounds.ts';
import { killDesktop, launchDesktop } from './support/launch-desktop.ts';
import { happens } from './support/power.ts';
import { recordShortcuts, recordTray } from './support/recorders.ts';

const ringFile = /\/ring-.*\.wav$/;
/** A call needs its time until somebody is wanted: it is dialled, greeted, and put on hold. */
const untilOffered = { timeout: 60_000 };

/** Has the AI phone a company whose reception puts it through, for the agent who is signed in to the app. */
async function startCall(agent: ConsoleClient): Promise<void> {
  const search = `search=${encodeURIComponent(companyOf('puts-through'))}`;
  const { customers } = await agent.ask(customerPageSchema, 'GET', `/api/customers?${search}`);
  const [customer] = customers;
  if (customer === undefined) throw new Error('the company is not in the demo data');
  await agent.start({ customerId: customer.id, mode: 'ai' });
}

/** An output device that the page may ring on, other than the system's own. */
async function otherSpeaker(page: Page): Promise<string> {
  return String(
    await page.evaluate(`navigator.mediaDevices.getUserMedia({ audio: true })
      .then(() => navigator.mediaDevices.enumerateDevices())
      .then((devices) => devices.findLast(({ kind }) => kind === 'audiooutput').deviceId)`),
  );
}

async function ringOn(app: ElectronApplication, page: Page): Promise<string> {
  const device = await otherSpeaker(page);
  await page.evaluate(
    `localStorage.setItem('toritsugi.preferences', JSON.stringify({ ringDevice: '${device}' }))`,
  );
  await app.context().addInitScript(soundNotes);
  await page.reload();
  return device;
}

test('in the tray a handoff rings on the chosen device, alerts, counts, and is accepted by a global key', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  await using backend = await startBuiltBackend();
  await using agent = await openConsole(backend.url, demoAccounts[0]);
  const { app, page } = await launchDesktop({ ...launch, serverUrl: backend.url });
  const device = await ringOn(app, page);
  const press = await recordShortcuts(app);
  const tray = await recordTray(app);
  await signIn(page);
  await hideConsole(app);

  await startCall(agent);
  await expect.poll(() => isAlertVisible(app), untilOffered).toBe(true);

  const ring = async () => (await heardSounds(page)).find(({ file }) => ringFile.test(file));
  await expect.poll(async () => (await ring())?.at ?? 0).toBeGreaterThan(0.2);
  expect(await ring()).toMatchObject({ device, playing: true });
  expect((await tray()).image).toBe('waiting-1.png');
  await expect((await alertPage(app)).getByRole('heading')).toHaveText(companyOf('puts-through'));

  await press('CommandOrControl+Alt+Y');

  await expect.poll(() => isAlertVisible(app)).toBe(false);
  await expect.poll(() => isConsoleVisible(app)).toBe(true);
  await expect(page.getByText('待機中です')).toBeVisible();
  expect((await ring())?.playing).toBe(false);
  await killDesktop(app.process());
});

test('asleep the agent is away and loses the offer; awake again the softphone is back within five seconds', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  await using backend = await startBuiltBackend();
  await using agent = await openConsole(backend.url, demoAccounts[0]);
  const { app, page } = await launchDesktop({ ...launch, serverUrl: backend.url });
  await signIn(page);
  await hideConsole(app);
  const status = async () => (await agent.ask(agentProfileSchema, 'GET', '/api/agents/profile')).status;
  await startCall(agent);
  await expect.poll(() => isAlertVisible(app), untilOffered).toBe(true);

  await happens(app, 'suspend');

  await expect.poll(status).toMatchObject({ presence: 'busy', busyReason: 'asleep' });
  await expect.poll(() => isAlertVisible(app)).toBe(false);
  const token = page.waitForRequest('**/api/softphone/token');
  const events = page.waitForEvent('websocket', (socket) => socket.url().includes('/api/realtime'));
  const wokenAt = Date.now();
  await happens(app, 'resume');

  await Promise.all([token, events]);
  await expect.poll(status, { intervals: [100] }).toMatchObject({
    presence: 'available',
    busyReason: null,
    reachability: 'softphone',
  });
  await expect(page.getByText('電話機は使えます')).toBeAttached();
  expect(Date.now() - wokenAt).toBeLessThan(5_000);
  await app.close();
});

/** How often the page has told that the agent left, or came back, since this was last asked. */
async function absencesTold(page: Page): Promise<number> {
  return z.number().parse(
    await page.evaluate(`(() => {
      const told = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/agents/absence'));
      if (told.length > 0) performance.clearResourceTimings();
      return told.length;
    })()`),
  );
}

test('a locked screen makes the agent busy where they want that, and a break stays a break', async ({
  launch,
}) => {
  await using backend = await startBuiltBackend();
  await using agent = await openConsole(backend.url, demoAccounts[0]);
  const { app, page } = await launchDesktop({ ...launch, serverUrl: backend.url });
  await signIn(page);
  const status = async () => (await agent.ask(agentProfileSchema, 'GET', '/api/agents/profile')).status;
  await expect.poll(status).toMatchObject({ presence: 'available' });
  await page.evaluate(async () => {
    const { settings } = globalThis.desktop;
    await settings.set({ awayWhenLocked: true });
  });

  await happens(app, 'lock-screen');
  await expect.poll(status).toMatchObject({ presence: 'busy', busyReason: 'locked' });
  // A page that was not there when it was told asks, instead of taking the agent for present.
  await page.reload();
  await expect(page.getByRole('button', { name: '受付の状態: 取込中' })).toBeVisible();
  expect(await status()).toMatchObject({ presence: 'busy', busyReason: 'locked' });
  await happens(app, 'unlock-screen');
  await expect.poll(status).toMatchObject({ presence: 'available' });

  // Chosen on another computer while this one is locked: what a person chooses is what holds.
  await happens(app, 'lock-screen');
  await expect.poll(status).toMatchObject({ busyReason: 'locked' });
  const onBreak = { presence: 'busy', reason: 'break' };
  await agent.ask(agentProfileSchema, 'PUT', '/api/agents/status', onBreak);
  await absencesTold(page);
  await happens(app, 'unlock-screen');
  await expect.poll(() => absencesTold(page)).toBeGreaterThan(0);
  expect(await status()).toMatchObject({ presence: 'busy', busyReason: 'break' });
  await app.close();
});
