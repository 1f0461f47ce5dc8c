import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupName, backupsIn } from '../../../backend/backup/backup-files.ts';
import { startBackups } from '../../../backend/backup/backup-schedule.ts';
import { makeBackupAside } from '../../../backend/backup/backup-thread.ts';
import type { BackupOrder } from '../../../backend/backup/make-backup.ts';
import { openDataFolder } from '../../../backend/db/data-folder.ts';
import { silentLog } from '../../support/api.ts';
import { type FixedClock, fixedClock } from '../../support/fixed-clock.ts';
import { eventually } from '../../support/patience.ts';

let folder: string;
let clock: FixedClock;
let backups: AsyncDisposable;
let told: string[];
let orders: BackupOrder[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toritsugi-backup-'));
  clock = fixedClock();
  told = [];
  orders = [];
  openDataFolder(folder)[Symbol.dispose]();
});

afterEach(async () => {
  await backups[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function start(everyHours: number): void {
  backups = startBackups({
    dataFolder: folder,
    backupFolder: folder,
    kept: 5,
    everyHours,
    makeBackup(order, signal) {
      orders.push(order);
      return makeBackupAside(order, signal);
    },
    onSafe: () => told.push('safe'),
    onFailed: () => told.push('failed'),
    clock,
    log: silentLog,
  });
}

function leaveOne(hoursAgo: number): void {
  const takenAt = new Date(clock.now().getTime() - hoursAgo * 60 * 60_000);
  writeFileSync(join(folder, backupName(takenAt)), '');
}

describe('while the server runs', () => {
  it('a backup is made where there is none', async () => {
    start(24);

    await eventually(() => expect(told).toEqual(['safe']));
    expect(backupsIn(folder)).toHaveLength(1);
  });

  it('another one is made once the newest is too old', async () => {
    leaveOne(25);

    start(24);

    await eventually(() => expect(backupsIn(folder)).toHaveLength(2));
  });

  it('none is made while the newest is young enough, whoever made it', async () => {
    leaveOne(23);

    start(24);

    await eventually(() => expect(told).toEqual(['safe']));
    expect(orders).toEqual([]);
  });

  it('one is made where the only one says that it is of tomorrow', async () => {
    leaveOne(-24);

    start(24);

    await eventually(() => expect(orders).toHaveLength(1));
  });

  it('somebody is told where none could be made', async () => {
    rmSync(join(folder, 'toritsugi.sqlite'));

    start(24);

    await eventually(() => expect(told).toEqual(['failed']));
  });

  it('none is made where none is wanted', async () => {
    start(0);

    await eventually(() => expect(told).toEqual(['safe']));
    expect(orders).toEqual([]);
  });
});
