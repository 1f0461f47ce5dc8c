import type { App } from 'electron';
import type { CallId } from '../../backend/contract/ids.ts';
import { linkedCall, linkScheme, parseDeepLink } from './deep-link.ts';

/**
 * Opens what links name: from this start, from a second start, and, on macOS, from the system's event. To be called before the app is
 * ready: macOS tells of the link that started the app no later.
 */
export function followLinks(app: App, argv: readonly string[], open: (callId: CallId) => void): void {
  // An unpackaged app would register the bare Electron program for our links. After `--` nothing in a link is taken for a switch.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme, process.execPath, ['--']);

  const openIfCall = (callId: CallId | null): void => {
    if (callId !== null) open(callId);
  };
  openIfCall(linkedCall(argv));
  app.on('second-instance', (_event, laterArgv) => openIfCall(linkedCall(laterArgv)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openIfCall(parseDeepLink(link));
  });
}
