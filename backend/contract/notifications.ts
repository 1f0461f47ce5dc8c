import { z } from 'zod';

/** How an agent is told of offers while the console is not looked at. Sound and devices are each computer's own. */
export const notificationSettingsSchema = z.object({
  /** The desktop app's window over all others. */
  alertWindow: z.boolean(),
  /** The desktop app's, through the system. */
  systemNotifications: z.boolean(),
  /** The desktop app flashes in the task bar, bounces in the dock. */
  flash: z.boolean(),
  /** Of a console in a browser. */
  browser: z.boolean(),
});
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;
