import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { createAuth } from '../../backend/auth/auth.ts';
import { parseConfig } from '../../backend/config/config.ts';
import { type Database, openDatabase } from '../../backend/db/database.ts';
import { seedDemoData } from '../../backend/db/seed/demo-data.ts';
import { systemClock } from '../../backend/kernel/clock.ts';
import { silentLog } from './api.ts';

export const authSecret = 'a secret for tests, which is long enough 0123456789';

let seeded: Promise<Buffer> | undefined;

/** A database of its own with the demo data. They take a second to make, so that a file of tests makes them once. */
export async function openDemoDatabase(): Promise<Database> {
  seeded ??= seed();
  return openDatabase(await seeded);
}

async function seed(): Promise<Buffer> {
  using database = openDatabase(':memory:');
  const { http } = parseConfig({});
  const onSignIn = () => undefined;
  const auth = createAuth({ ...http, database, secret: authSecret, onSignIn, log: silentLog });
  await seedDemoData({ database, auth, clock: systemClock, timeZone: 'Asia/Tokyo' });
  const folder = mkdtempSync(join(tmpdir(), 'toritsugi-demo-'));
  const file = join(folder, 'toritsugi.sqlite');
  database.query.run(sql`vacuum into ${file}`);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
