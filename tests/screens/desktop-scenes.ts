import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import type { News, UpdateStatus } from '../../src-main/ipc/contract/app.ts';
import type { RememberedSession } from '../../src-main/ipc/contract/session.ts';
import type { Shortcut } from '../../src-main/ipc/contract/shortcuts.ts';
import { releaseNotes } from '../../src-main/updates/release-notes.ts';
import { type Language, ownLooks, tightLooks } from './looks.ts';
import { playDesktop, tellUpdate } from './played-bridge.ts';
import { signInAs } from './sign-in.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

const updates: Readonly<Record<string, { readonly status: UpdateStatus; readonly says: RegExp }>> = {
  'update-available': {
    status: { kind: 'available', version: '0.2.0' },
    says: /0\.2\.0.*(あります|available)/,
  },
  'update-loading': {
    status: { kind: 'downloading', version: '0.2.0', percent: 42 },
    says: /42\s?%/,
  },
  'update-ready': { status: { kind: 'ready', version: '0.2.0' }, says: /0\.2\.0.*(準備ができました|ready)/ },
  'update-failed': { status: { kind: 'failed' }, says: /^(確認できませんでした|Could not be checked)/ },
  'update-off': {
    status: { kind: 'off', why: 'no-feed' },
    says: /^(更新の配布元|No place to get updates)/,
  },
};

/** What the console has only inside the desktop app. */
export async function shootDesktopScenes(studio: Studio): Promise<void> {
  for (const language of ['ja', 'en'] as const) {
    await shootWithoutKeyring(studio, language);
    const page = await openInDesktop(studio, language, { kind: 'nothing' });
    await signInAs(page, demoAccounts[1]);
    await page.getByRole('dialog').waitFor(soon);
    await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
    await studio.shoot('whats-new', tightLooks[language], page);
    await page.keyboard.press('Escape');
    await shootApp(studio, page, language);
    await shootOtherSections(studio, page, language);
    await page.evaluate('askToQuit()');
    await page.getByRole('dialog').waitFor(soon);
    await studio.shoot('quit-question', tightLooks[language], page);
    await page.context().close();
  }
}

async function shootWithoutKeyring(studio: Studio, language: Language): Promise<void> {
  const page = await openInDesktop(studio, language, { kind: 'no-keyring' });
  await page.getByText(/^(この端末では安全に保存できない|This computer has no safe)/).waitFor(soon);
  await studio.shoot('sign-in-no-keyring', ownLooks[language], page);
  await page.context().close();
}

async function shootApp(studio: Studio, page: Page, language: Language): Promise<void> {
  await page.goto(`${studio.url}/#/settings/app`);
  await page
    .getByText(/最新です|Up to date/)
    .first()
    .waitFor(soon);
  await studio.shoot('settings-app', tightLooks[language], page);
  await page.getByRole('switch').first().click();
  await page.getByText(/^(端末の設定により|This computer’s settings)/).waitFor(soon);
  await studio.shoot('launch-refused', ownLooks[language], page);
  for (const [name, { status, says }] of Object.entries(updates)) {
    await tellUpdate(page, status);
    await page.getByText(says).first().waitFor(soon);
    await studio.shoot(name, ownLooks[language], page);
  }
}

async function shootOtherSections(studio: Studio, page: Page, language: Language): Promise<void> {
  await page.goto(`${studio.url}/#/settings/notifications`);
  await page.getByRole('switch').nth(2).waitFor(soon);
  await studio.shoot('settings-app-notifications', ownLooks[language], page);

  await page.goto(`${studio.url}/#/settings/keys`);
  const mute = page.getByRole('button', { name: /^(ミュート|Mute): / });
  await mute.click(soon);
  await page.keyboard.press('Control+Alt+P');
  await page.getByText(/^(ほかのアプリが使っているキーです|Another program uses these keys)/).waitFor(soon);
  await studio.shoot('settings-global-keys', ownLooks[language], page);

  await page.goto(`${studio.url}/#/settings/server`);
  await page.getByRole('textbox').first().fill('http://calls.example.co.jp');
  await page.keyboard.press('Enter');
  await page.getByText(/^(別の端末のサーバーには|A server on another computer)/).waitFor(soon);
  await studio.shoot('settings-server', ownLooks[language], page);
}

const shortcuts: readonly Shortcut[] = [
  { command: 'accept', accelerator: 'CommandOrControl+Alt+Y', keys: 'Ctrl+Alt+Y', state: 'asleep' },
  { command: 'decline', accelerator: 'CommandOrControl+Alt+N', keys: 'Ctrl+Alt+N', state: 'taken' },
  { command: 'mute', accelerator: 'CommandOrControl+Alt+M', keys: 'Ctrl+Alt+M', state: 'asleep' },
  { command: 'show', accelerator: null, keys: null, state: 'off' },
];

async function openInDesktop(studio: Studio, language: Language, session: RememberedSession): Promise<Page> {
  const page = await studio.openPage(language);
  const news: News = {
    kind: 'updated',
    version: '0.1.0',
    notes: [...(releaseNotes['0.1.0']?.[language] ?? [])],
  };
  const settings = {
    launchAtLogin: false,
    startHidden: true,
    alertWindow: true,
    systemNotifications: true,
    flash: true,
    awayWhenLocked: false,
  };
  await playDesktop(page, { server: studio.url, news, session, settings, shortcuts });
  await page.reload();
  await page.locator('input[type=password]').waitFor(soon);
  return page;
}
