import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { electronUpdates } from './electron-updates.ts';
import { createUpdates, type Updates, type UpdatesDeps } from './updates.ts';

export interface KeepUpdatedDeps extends Omit<UpdatesDeps, 'source'> {
  readonly app: App;
  /** Before the feed that was packed with the app; null is that one. */
  readonly feed: string | null;
  /** Aborted when the app ends. */
  readonly closing: AbortSignal;
}

/** A start is busy enough. */
const firstCheckMs = 10_000;
const checkEveryMs = 4 * 60 * 60 * 1_000;

/** Looks for updates soon after the start and every few hours, and fetches what there is. */
export function keepUpdated({ app, feed, closing, ...deps }: KeepUpdatedDeps): Updates {
  const updates = createUpdates({ ...deps, source: sourceFor(app, feed) });
  const first = setTimeout(() => void updates.check(), firstCheckMs);
  const later = setInterval(() => void updates.check(), checkEveryMs);
  closing.addEventListener('abort', () => {
    clearTimeout(first);
    clearInterval(later);
  });
  return updates;
}

function sourceFor(app: App, feed: string | null): UpdatesDeps['source'] {
  if (!app.isPackaged) return 'development';
  const packedFeed = join(process.resourcesPath, 'app-update.yml');
  if (feed === null && !existsSync(packedFeed)) return 'no-feed';
  return (onEvent) => electronUpdates(feed, onEvent);
}
