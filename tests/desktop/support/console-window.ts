import type { ElectronApplication } from '@playwright/test';

// Electron lists its windows in no order: with an alert window beside it, the console's is known by its address.

/** Puts the console into the tray. */
export async function hideConsole(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/index.html'))
      ?.hide(),
  );
}

export async function isConsoleVisible(app: ElectronApplication): Promise<boolean> {
  const visible = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/index.html'))
      ?.isVisible(),
  );
  return visible === true;
}

/** Without a window manager nothing on the screen ever has the focus. */
export async function pretendFocus(app: ElectronApplication, focused: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, looking) => {
    const console = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('/index.html'),
    );
    if (console === undefined) return;
    console.isFocused = () => looking;
    console.emit(looking ? 'focus' : 'blur');
  }, focused);
}
