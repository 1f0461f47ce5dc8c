import type { ElectronApplication } from '@playwright/test';
import { z } from 'zod';

// Electron gives no way to read back what the system was told to show. These note, in the main process, the calls of
// Electron's own classes; the app under test knows nothing of them.

const shownNotificationSchema = z.object({ title: z.string(), body: z.string(), closed: z.boolean() });
export type ShownNotification = z.infer<typeof shownNotificationSchema>;

/** Notes the notifications that are shown from now on. */
export async function recordNotifications(
  app: ElectronApplication,
): Promise<() => Promise<ShownNotification[]>> {
  await app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    const closed = new Set<Electron.Notification>();
    Notification.prototype.show = function (this: Electron.Notification) {
      shown.push(this);
    };
    Notification.prototype.close = function (this: Electron.Notification) {
      closed.add(this);
    };
    Reflect.set(globalThis, 'press', (index: number, button: number) =>
      shown[index]?.emit('action', {}, button),
    );
    Reflect.set(globalThis, 'readNotifications', () =>
      shown.map((one) => ({ title: one.title, body: one.body, closed: closed.has(one) })),
    );
  });
  return async () =>
    z
      .array(shownNotificationSchema)
      .parse(await app.evaluate(() => Reflect.get(globalThis, 'readNotifications')()));
}

/** Presses button `button` of notification `index`, as the system would report it. */
export async function pressNotification(
  app: ElectronApplication,
  index: number,
  button: number,
): Promise<void> {
  await app.evaluate(
    (_electron, pressed) => {
      Reflect.get(globalThis, 'press')(pressed.index, pressed.button);
    },
    { index, button },
  );
}

const shownTraySchema = z.object({
  image: z.string(),
  tooltip: z.string(),
  items: z.array(z.object({ label: z.string(), enabled: z.boolean(), checked: z.boolean() })),
});
export type ShownTray = z.infer<typeof shownTraySchema>;

/** Notes what the tray is made to show from now on. */
export async function recordTray(app: ElectronApplication): Promise<() => Promise<ShownTray>> {
  await app.evaluate(({ Tray }) => {
    const shown: { image: string; tooltip: string; menu: Electron.Menu | null } = {
      image: '',
      tooltip: '',
      menu: null,
    };
    const { setImage, setToolTip, setContextMenu } = Tray.prototype;
    Tray.prototype.setImage = function (image) {
      shown.image = String(image).split('/').at(-1) ?? '';
      setImage.call(this, image);
    };
    Tray.prototype.setToolTip = function (tooltip) {
      shown.tooltip = tooltip;
      setToolTip.call(this, tooltip);
    };
    Tray.prototype.setContextMenu = function (menu) {
      shown.menu = menu;
      setContextMenu.call(this, menu);
    };
    Reflect.set(globalThis, 'readTray', () => ({
      image: shown.image,
      tooltip: shown.tooltip,
      items: shown.menu?.items.map(({ label, enabled, checked }) => ({ label, enabled, checked })) ?? [],
    }));
    Reflect.set(globalThis, 'chooseFromTray', (label: string) =>
      shown.menu?.items.find((item) => item.label === label)?.click(),
    );
  });
  return async () => shownTraySchema.parse(await app.evaluate(() => Reflect.get(globalThis, 'readTray')()));
}

/** Clicks an entry of the tray's menu. */
export async function chooseFromTray(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate((_electron, chosen) => {
    Reflect.get(globalThis, 'chooseFromTray')(chosen);
  }, label);
}

/** Notes the global keys that are claimed from now on; the result presses one, as the system would report it. */
export async function recordShortcuts(
  app: ElectronApplication,
): Promise<(accelerator: string) => Promise<void>> {
  await app.evaluate(({ globalShortcut }) => {
    const claimed = new Map<string, () => void>();
    const { register } = globalShortcut;
    globalShortcut.register = (accelerator, press) => {
      claimed.set(accelerator, press);
      return register.call(globalShortcut, accelerator, press);
    };
    Reflect.set(globalThis, 'pressShortcut', (accelerator: string) => claimed.get(accelerator)?.());
  });
  return async (accelerator) => {
    await app.evaluate((_electron, keys) => {
      Reflect.get(globalThis, 'pressShortcut')(keys);
    }, accelerator);
  };
}
