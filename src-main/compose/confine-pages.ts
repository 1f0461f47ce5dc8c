import { join } from 'node:path';
import { session } from 'electron';
import type { Texts } from '../language/texts.ts';
import { limitDownloads } from '../security/downloads.ts';
import { servePages } from '../security/page-protocol.ts';
import { limitPermissions } from '../security/permissions.ts';
import { confineWebContents } from '../security/web-contents.ts';
import { stoppedPage } from '../windows/stopped-page.ts';
import { builtFolder, type Prepared } from './prepared.ts';

/** Serves the app's pages, and lets them do nothing but what they are for. */
export function confinePages({ app, server, log }: Prepared, texts: () => Texts): void {
  confineWebContents(app);
  limitPermissions(session.defaultSession);
  limitDownloads(session.defaultSession, server.current);
  servePages({
    root: join(builtFolder(app), 'renderer'),
    server: server.current,
    stoppedPage: () => stoppedPage(texts()),
    onUnreadable: log.pageFileUnreadable,
  });
}
