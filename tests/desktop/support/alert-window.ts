import type { ElectronApplication, Page } from '@playwright/test';
import { z } from 'zod';

/** The page of the alert window, which is there as soon as somebody is signed in. */
export async function alertPage(app: ElectronApplication): Promise<Page> {
  const isAlert = (page: Page): boolean => page.url().endsWith('/alert.html');
  const page = app.windows().find(isAlert) ?? (await app.waitForEvent('window', isAlert));
  await page.waitForLoadState();
  return page;
}

const windowSchema = z.object({
  visible: z.boolean(),
  focusable: z.boolean(),
  onTop: z.boolean(),
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
});
export type AlertWindowState = z.infer<typeof windowSchema>;

/** Null while nobody is signed in. */
export async function alertWindow(app: ElectronApplication): Promise<AlertWindowState | null> {
  const state: unknown = await app.evaluate(({ BrowserWindow }) => {
    const alert = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/alert.html'),
    );
    if (alert === undefined) return null;
    return {
      visible: alert.isVisible(),
      focusable: alert.isFocusable(),
      onTop: alert.isAlwaysOnTop(),
      bounds: alert.getBounds(),
    };
  });
  return windowSchema.nullable().parse(state);
}

/** When the alert window next appears or vanishes, by this computer's clock. To be asked before it does. */
export async function alertEvent(
  app: ElectronApplication,
  event: 'show' | 'hide',
): Promise<() => Promise<number>> {
  await app.evaluate(({ BrowserWindow }, name) => {
    const alert = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/alert.html'),
    );
    Reflect.set(
      globalThis,
      name,
      new Promise((done) => {
        if (name === 'show') alert?.once('show', () => done(Date.now()));
        else alert?.once('hide', () => done(Date.now()));
      }),
    );
  }, event);
  return async () =>
    z.number().parse(await app.evaluate((_electron, name) => Reflect.get(globalThis, name), event));
}

export async function isAlertVisible(app: ElectronApplication): Promise<boolean> {
  return (await alertWindow(app))?.visible ?? false;
}
