import type { Page } from '@playwright/test';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import type { UpdateStatus } from '../../src-main/ipc/contract/app.ts';
import { releaseNotes } from '../../src-main/language/release-notes.ts';
import { type Language, twoLooks } from './looks.ts';
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
};

/** What the console has only inside the desktop app. */
export async function shootDesktopScenes(studio: Studio): Promise<void> {
  for (const look of twoLooks) {
    const page = await openInDesktop(studio, look.language);
    await page.getByRole('dialog').waitFor(soon);
    await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
    await studio.shoot('whats-new', [look], page);
    await page.keyboard.press('Escape');

    await page.goto(`${studio.url}/#/settings/app`);
    await page
      .getByText(/最新です|Up to date/)
      .first()
      .waitFor(soon);
    for (const [name, { status, says }] of Object.entries(updates)) {
      await page.evaluate(`tellUpdate(${JSON.stringify(status)})`);
      await page.getByText(says).first().waitFor(soon);
      await studio.shoot(name, [look], page);
    }
    await page.context().close();
  }
}

async function openInDesktop(studio: Studio, language: Language): Promise<Page> {
  const page = await studio.openPage(language);
  await page.addInitScript({ content: playedBridge(studio.url, language) });
  await page.reload();
  await signInAs(page, demoAccounts[1]);
  return page;
}

/** What a preload script puts there in the app, of which only updates and news do anything. */
function playedBridge(server: string, language: Language): string {
  const news = { kind: 'updated', version: '0.1.0', notes: releaseNotes['0.1.0']?.[language] };
  const settings = {
    launchAtLogin: true,
    startHidden: true,
    alertWindow: true,
    systemNotifications: true,
    flash: true,
    awayWhenLocked: false,
  };
  return `
    const done = async () => {};
    const unsaid = () => () => {};
    const gives = (answer) => async () => answer;
    window.desktop = {
      session: {
        load: gives({ kind: 'nothing' }), store: gives({ kind: 'stored' }), clear: done, onSignOutChosen: unsaid,
      },
      server: { get: gives(${JSON.stringify(server)}), set: done },
      presence: { show: done, onChosen: unsaid },
      softphone: { show: done, onMuteToggled: unsaid },
      offers: { show: done, onAccepted: unsaid, onDeclined: unsaid },
      calls: { onOpened: unsaid },
      power: { onAwayChanged: unsaid, onWoken: unsaid },
      settings: { get: gives(${JSON.stringify(settings)}), set: async (chosen) => chosen },
      shortcuts: { list: gives([]), set: done, reset: gives([]) },
      updates: {
        status: gives({ kind: 'up-to-date' }), check: done, install: done,
        onChanged: (listener) => { window.tellUpdate = listener; return () => {}; },
      },
      news: { get: gives(${JSON.stringify(news)}), read: done },
      log: { pageError: done, show: done, saveReport: done },
      app: { info: gives({ version: '0.1.0', platform: 'linux' }), setLanguage: done, setAppearance: done, quit: done },
      windows: { show: done },
    };`;
}
