import type { App, WebContents, WebPreferences } from 'electron';
import { type PageName, pageAt } from './own-page.ts';

/** How every page of the app is opened: sandboxed, isolated, without Node. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Spell checking would fetch its dictionaries from elsewhere.
    spellcheck: false,
    // The softphone lives in the console: it must keep its timers while the window is hidden, and ring without a click before.
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  };
}

/** Lets no page, wherever it came from, leave its address, open a window or embed another page. */
export function confineWebContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

function confine(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !leadsOn(pageAt(contents.getURL()), pageAt(event.url))) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** To other places of the same page, and from the one that says that the console has stopped back to it. */
function leadsOn(from: PageName | null, to: PageName | null): boolean {
  return to !== null && (to === from || (from === 'stopped' && to === 'console'));
}
