import { type PageName, pageAt, pageOrigin } from '../security/own-page.ts';

/** Which page a message came from, as Electron reports its frame; never what the message says. */
export type Sender = PageName | 'foreign';

/** The part of a frame that tells. */
interface SenderFrame {
  readonly origin: string;
  readonly url: string;
  readonly parent: object | null;
}

/** The frame is null when it has navigated away since. An embedded frame is not the page that embeds it. */
export function senderOf(frame: SenderFrame | null): Sender {
  if (frame === null || frame.parent !== null || frame.origin !== pageOrigin) return 'foreign';
  return pageAt(frame.url) ?? 'foreign';
}
