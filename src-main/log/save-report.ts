import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { basename, join } from 'node:path';
import { type App, dialog, shell } from 'electron';
import type { SavedReport } from '../ipc/contract/app.ts';
import { problemReport, reportFileName } from './problem-report.ts';

export interface ReportDeps {
  readonly app: App;
  readonly platform: NodeJS.Platform;
  readonly logFile: string;
  readonly server: () => string;
  readonly now: () => Date;
}

/** Asks where to, writes a report there, and shows it in its folder, to be sent from there. */
export function createReportSaver(deps: ReportDeps): () => Promise<SavedReport> {
  const { app, platform, logFile, server, now } = deps;
  return async () => {
    const at = now();
    const defaultPath = join(app.getPath('documents'), reportFileName(at));
    const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath });
    if (canceled) return 'cancelled';

    const versions = {
      app: app.getVersion(),
      electron: process.versions['electron'] ?? '',
      system: `${platform} ${release()} ${process.arch}`,
    };
    const crashDumps = dumpsIn(app.getPath('crashDumps'));
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    writeFileSync(filePath, problemReport({ at, versions, server: server(), crashDumps, log }));
    shell.showItemInFolder(filePath);
    return 'saved';
  };
}

function dumpsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.dmp'))
    .map((path) => basename(path));
}
