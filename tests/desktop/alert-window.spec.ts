import { expect, type Page } from '@playwright/test';
import { alertEvent, alertPage, alertWindow, isAlertVisible } from './support/alert-window.ts';
import { hideConsole, pretendFocus } from './support/console-window.ts';
import { test } from './support/desktop-test.ts';
import type { Desktop } from './support/launch-desktop.ts';
import { openOffer, showOffers, showSignedIn } from './support/offers.ts';

/** An agent is signed in, and the console is in the tray. */
async function inTray({ app, page }: Desktop): Promise<void> {
  await showSignedIn(page);
  await alertPage(app);
  await hideConsole(app);
}

/** Once the page has drawn an offer, and the main process, which shows the window no sooner, has been told. */
async function drawn(alert: Page, company: string): Promise<void> {
  await expect(alert.getByRole('heading')).toHaveText(company);
  await alert.evaluate('alertWindow.drawn()');
}

test('the alert appears over all windows in a corner of the screen, with who, why and what was said, and cannot take the focus', async ({
  desktop,
}) => {
  const { app, page } = desktop;
  await inTray(desktop);

  await showOffers(page, [openOffer('a')]);

  const alert = await alertPage(app);
  await expect.poll(() => isAlertVisible(app)).toBe(true);
  const state = await alertWindow(app);
  expect(state).toMatchObject({ focusable: false, onTop: true, bounds: { width: 380, height: 220 } });
  await expect(alert.getByRole('heading', { name: 'ミナト工業' })).toBeVisible();
  await expect(alert.getByText('山田太郎')).toBeVisible();
  await expect(alert.getByText('少々お待ちください')).toBeVisible();
  await expect(alert.getByRole('timer')).toHaveAccessibleName(/残り\d+秒/);
});

test('the alert is gone within a second of the end of the offer, and with its deadline though nobody says so', async ({
  desktop,
}) => {
  const { app, page } = desktop;
  await inTray(desktop);
  await showOffers(page, [openOffer('a')]);
  await expect.poll(() => isAlertVisible(app)).toBe(true);

  const afterEnd = await alertEvent(app, 'hide');
  const endedAt = Date.now();
  await showOffers(page, []);
  const brief = openOffer('b', 5);
  expect((await afterEnd()) - endedAt).toBeLessThan(1_000);
  await showOffers(page, [brief]);
  await expect.poll(() => isAlertVisible(app)).toBe(true);

  const afterDeadline = await alertEvent(app, 'hide');
  expect((await afterDeadline()) - Date.parse(brief.deadline)).toBeLessThan(1_000);
});

test('the alert is gone with the page that told of it', async ({ desktop }) => {
  const { app, page } = desktop;
  await inTray(desktop);
  await showOffers(page, [openOffer('a')]);
  await expect.poll(() => isAlertVisible(app)).toBe(true);

  await page.reload();

  await expect.poll(() => isAlertVisible(app)).toBe(false);
});

test('accepting in the alert tells the console and brings it up in place of the alert', async ({
  desktop,
}) => {
  const { app, page } = desktop;
  await inTray(desktop);
  const accepted = page.evaluate(
    () => new Promise<string>((done) => void globalThis.desktop.offers.onAccepted(done)),
  );
  await showOffers(page, [openOffer('a')]);
  const alert = await alertPage(app);

  // Not with the first click: the window had only just appeared.
  await expect(async () => {
    await alert.getByRole('button', { name: '受ける' }).click();
    await expect.poll(() => accepted, { timeout: 300 }).toBe(openOffer('a').id);
  }).toPass();

  await showOffers(page, [openOffer('a')], openOffer('a').id);
  await expect(alert.getByRole('button', { name: '受けています' })).toBeDisabled();
  await showOffers(page, []);
  await expect.poll(() => isAlertVisible(app)).toBe(false);
});

test('a click in the moment in which the alert appears answers nothing', async ({ desktop }) => {
  const { app, page } = desktop;
  await inTray(desktop);
  await page.evaluate(() => {
    Reflect.set(globalThis, 'answered', []);
    const note = (): unknown => Reflect.get(globalThis, 'answered').push('answered');
    globalThis.desktop.offers.onAccepted(note);
    globalThis.desktop.offers.onDeclined(note);
  });
  const alert = await alertPage(app);
  // Within the page, as the first thing after the card is drawn.
  await alert.evaluate(`new MutationObserver((_changes, observer) => {
    const button = document.querySelector('button');
    if (button === null) return;
    observer.disconnect();
    button.click();
  }).observe(document.body, { childList: true, subtree: true })`);

  await showOffers(page, [openOffer('a', 2)]);
  await expect.poll(() => isAlertVisible(app)).toBe(true);
  await expect.poll(() => isAlertVisible(app)).toBe(false);

  expect(await page.evaluate('answered')).toEqual([]);
});

test('declining in the alert can give a reason, and leaves the console in the tray', async ({ desktop }) => {
  const { app, page } = desktop;
  await inTray(desktop);
  const declined = page.evaluate(
    () => new Promise<unknown>((done) => void globalThis.desktop.offers.onDeclined(done)),
  );
  await showOffers(page, [openOffer('a')]);
  const alert = await alertPage(app);

  const reasons = alert.getByRole('list', { name: '断る理由を選ぶ' });
  await expect(async () => {
    await alert.getByRole('button', { name: '断る理由を選ぶ' }).click();
    await expect(reasons).toBeVisible({ timeout: 300 });
  }).toPass();
  await reasons.getByRole('button').nth(2).click();

  expect(await declined).toEqual({ offerId: openOffer('a').id, reason: 'away' });
});

test('the alert shows the most urgent of several offers, and their number', async ({ desktop }) => {
  const { app, page } = desktop;
  await inTray(desktop);
  const urgent = openOffer('b', 10);
  const { brief } = urgent;

  await showOffers(page, [openOffer('a', 40), { ...urgent, brief: { ...brief, company: '山田商事' } }]);

  const alert = await alertPage(app);
  await expect(alert.getByRole('heading')).toHaveText('山田商事');
  await expect(alert.getByText('ほかに1件')).toBeVisible();
});

test('the alert is not shown to an agent who looks at the console, and is as soon as they look away', async ({
  desktop,
}) => {
  const { app, page } = desktop;
  await showSignedIn(page);
  await alertPage(app);
  await pretendFocus(app, true);
  await showOffers(page, [openOffer('a')]);
  await expect((await alertPage(app)).getByRole('heading')).toHaveText('ミナト工業');
  const whileLooking = await isAlertVisible(app);

  await pretendFocus(app, false);
  await expect.poll(() => isAlertVisible(app)).toBe(true);
  await pretendFocus(app, true);

  expect(whileLooking).toBe(false);
  await expect.poll(() => isAlertVisible(app)).toBe(false);
});

test('no alert disturbs an agent who does not want that, by presence or by setting', async ({ desktop }) => {
  const { app, page } = desktop;
  await inTray(desktop);
  const alert = await alertPage(app);
  await page.evaluate(async () => {
    const { settings } = globalThis.desktop;
    await settings.set({ alertWindow: false });
  });

  await showOffers(page, [openOffer('a')]);
  await drawn(alert, 'ミナト工業');
  const switchedOff = await isAlertVisible(app);
  await page.evaluate(async () => {
    const { settings, presence } = globalThis.desktop;
    await settings.set({ alertWindow: true });
    await presence.show({
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'busy',
      busyReason: 'do-not-disturb',
      withinWorkingHours: true,
    });
  });
  const { brief } = openOffer('b');
  await showOffers(page, [{ ...openOffer('b'), brief: { ...brief, company: '山田商事' } }]);
  await expect(alert.getByRole('heading')).toHaveCount(0);
  await alert.evaluate('alertWindow.drawn()');
  const notDisturbed = await isAlertVisible(app);
  // The same offer, the same page, and the agent as usual.
  await showSignedIn(page);
  await drawn(alert, '山田商事');

  expect([switchedOff, notDisturbed]).toEqual([false, false]);
  expect(await isAlertVisible(app)).toBe(true);
});

test('who signs out leaves no alert window behind', async ({ desktop }) => {
  const { app, page } = desktop;
  await inTray(desktop);
  await showOffers(page, [openOffer('a')]);
  await expect.poll(() => isAlertVisible(app)).toBe(true);

  await page.evaluate(() => globalThis.desktop.presence.show({ kind: 'signed-out' }));

  await expect.poll(() => alertWindow(app)).toBeNull();
});
