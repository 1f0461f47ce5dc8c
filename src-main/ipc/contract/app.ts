import { z } from 'zod';

export const appInfoSchema = z.object({
  version: z.string(),
  platform: z.string(),
  /** Whether this system tells of its screen being locked. */
  tellsOfLock: z.boolean(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** `off`: this copy of the app looks for no updates: it is not packaged, knows no place to look, or cannot be replaced where it is. */
export const updateStatusSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('off'), why: z.enum(['development', 'no-feed', 'not-installed']) }),
  z.object({ kind: z.literal('up-to-date') }),
  z.object({ kind: z.literal('checking') }),
  z.object({ kind: z.literal('available'), version: z.string() }),
  z.object({ kind: z.literal('downloading'), version: z.string(), percent: z.number() }),
  /** Installed when the app is quit, or at once on demand. */
  z.object({ kind: z.literal('ready'), version: z.string() }),
  /** There is this version, and it could not be fetched; the next check tries again. */
  z.object({ kind: z.literal('not-downloaded'), version: z.string() }),
  /** Whether there is a newer version could not be found out. */
  z.object({ kind: z.literal('failed') }),
]);
export type UpdateStatus = z.infer<typeof updateStatusSchema>;

/** `on-call`: the app does not restart under a conversation. */
export const updateInstallSchema = z.enum(['installing', 'on-call', 'not-ready']);
export type UpdateInstall = z.infer<typeof updateInstallSchema>;

/** What is new since the version that the agent last saw. */
export const newsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothing') }),
  z.object({ kind: z.literal('updated'), version: z.string(), notes: z.array(z.string()) }),
]);
export type News = z.infer<typeof newsSchema>;

/** An error of the page that nobody caught, for the log. */
export const pageErrorSchema = z.object({ message: z.string().max(500), stack: z.string().max(4_000) });
export type PageError = z.infer<typeof pageErrorSchema>;

export const savedReportSchema = z.enum(['saved', 'cancelled']);
export type SavedReport = z.infer<typeof savedReportSchema>;
