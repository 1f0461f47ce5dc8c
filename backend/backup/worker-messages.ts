import { z } from 'zod';
import type { BackupOrder, MadeBackup } from './make-backup.ts';

export const backupOrderSchema: z.ZodType<BackupOrder> = z.object({
  dataFolder: z.string(),
  backupFolder: z.string(),
  kept: z.int().positive(),
  takenAt: z.date(),
});

export const madeBackupSchema: z.ZodType<MadeBackup> = z.object({
  path: z.string(),
  takenAt: z.date(),
  bytes: z.int(),
  removed: z.int(),
});
