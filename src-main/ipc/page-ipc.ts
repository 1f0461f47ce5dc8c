import { ipcMain, type WebContents } from 'electron';
import { type NoticeBodies, type NoticeName, noticeChannel, requestChannel } from './contract/messages.ts';
import type { RequestDesk } from './request-desk.ts';
import { senderOf } from './sender.ts';

/** Lets the desk answer the pages. The only use of `ipcMain`. */
export function serveRequests(desk: RequestDesk): void {
  ipcMain.handle(requestChannel, ({ senderFrame }, envelope: unknown) =>
    desk(senderOf(senderFrame), envelope),
  );
}

/** Tells a page something. The only use of `webContents.send`. */
export function sendNotice<Name extends NoticeName>(
  page: WebContents,
  name: Name,
  body: NoticeBodies[Name],
): void {
  page.send(noticeChannel(name), body);
}
