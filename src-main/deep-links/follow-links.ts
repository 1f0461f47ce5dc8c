import type { App } from 'electron';
import type { RunCommand } from '../desktop-command.ts';
import { linkedCall, linkScheme, parseDeepLink } from './deep-link.ts';

/** Opens what links name: from this start, from a second start, and, on macOS, from the system's event. */
export function followLinks(app: App, argv: readonly string[], run: RunCommand): void {
  // An unpackaged app would register the bare Electron program for our links.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);

  const open = (callId: ReturnType<typeof parseDeepLink>): void => {
    if (callId !== null) run({ kind: 'open-call', callId });
  };
  open(linkedCall(argv));
  app.on('second-instance', (_event, laterArgv) => open(linkedCall(laterArgv)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    open(parseDeepLink(link));
  });
}
