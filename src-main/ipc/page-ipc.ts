import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { type NoticeBodies, type NoticeName, noticeChannel, requestChannel } from './contract.ts';
import type { RequestDesk, Sender } from './request-desk.ts';

/** Lets the desk answer the page. The only use of `ipcMain`. */
export function serveRequests(desk: RequestDesk): void {
  ipcMain.handle(requestChannel, (event, envelope: unknown) => desk(senderOf(event), envelope));
}

/** Tells the page something. The only use of `webContents.send`. */
export function sendNotice<Name extends NoticeName>(
  page: WebContents,
  name: Name,
  body: NoticeBodies[Name],
): void {
  page.send(noticeChannel, { name, body });
}

function senderOf({ senderFrame }: IpcMainInvokeEvent): Sender {
  if (senderFrame === null) return { origin: null, isTopFrame: false };
  return { origin: senderFrame.origin, isTopFrame: senderFrame.parent === null };
}
