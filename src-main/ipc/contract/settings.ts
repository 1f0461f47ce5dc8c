import { z } from 'zod';

export const languageSchema = z.enum(['ja', 'en']);
export type Language = z.infer<typeof languageSchema>;

export const appearanceSchema = z.enum(['system', 'light', 'dark']);
export type Appearance = z.infer<typeof appearanceSchema>;

/** What the agent chooses for the app on this computer. */
export const desktopSettingsSchema = z.object({
  launchAtLogin: z.boolean(),
  /** When launched at login: in the tray, without the console's window. */
  startHidden: z.boolean(),
  /** The window over all others that shows an offer while the console is not in front. */
  alertWindow: z.boolean(),
  systemNotifications: z.boolean(),
  /** Flashes in the task bar, bounces in the dock. */
  flash: z.boolean(),
  /** Busy (away) while the screen is locked, where the system tells of that. Asleep is always away. */
  awayWhenLocked: z.boolean(),
});
export type DesktopSettings = z.infer<typeof desktopSettingsSchema>;

/** What is left out stays as it is: two switches moved at once do not undo each other. */
export const desktopSettingsChangeSchema = z.strictObject({
  launchAtLogin: z.boolean().exactOptional(),
  startHidden: z.boolean().exactOptional(),
  alertWindow: z.boolean().exactOptional(),
  systemNotifications: z.boolean().exactOptional(),
  flash: z.boolean().exactOptional(),
  awayWhenLocked: z.boolean().exactOptional(),
});
export type DesktopSettingsChange = z.infer<typeof desktopSettingsChangeSchema>;
