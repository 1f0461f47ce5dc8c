import type { App } from 'electron';
import type { CallId } from '../../backend/contract/ids.ts';
import { linkAmong, linkScheme, parseDeepLink } from './deep-link.ts';

/** The part of Electron's app that is needed. */
export interface LinkedApp extends Pick<App, 'isPackaged' | 'setAsDefaultProtocolClient'> {
  on(event: 'second-instance', listener: (event: unknown, argv: string[]) => void): unknown;
  on(event: 'open-url', listener: (event: { preventDefault(): void }, link: string) => void): unknown;
}

export interface FollowLinksDeps {
  readonly app: LinkedApp;
  readonly argv: readonly string[];
  readonly open: (callId: CallId) => void;
  /** A link that names no call: whoever followed it wanted the app at least. */
  readonly onUnusable: () => void;
}

/**
 * Opens what links name: from this start, from a second start, and, on macOS, from the system's event. To be called before the app is
 * ready: macOS tells of the link that started the app no later.
 */
export function followLinks({ app, argv, open, onUnusable }: FollowLinksDeps): void {
  // An unpackaged app would register the bare Electron program for our links. After `--` nothing in a link is taken for a switch.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);

  const follow = (link: string | null): void => {
    if (link === null) return;
    const callId = parseDeepLink(link);
    if (callId === null) onUnusable();
    else open(callId);
  };
  follow(linkAmong(argv));
  app.on('second-instance', (_event, laterArgv) => follow(linkAmong(laterArgv)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    follow(link);
  });
}
