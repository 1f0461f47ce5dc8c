import { autoUpdater, BrowserWindow, powerMonitor } from 'electron';
import type { Texts } from '../language/texts.ts';
import type { ConsoleWindow } from '../windows/console-window.ts';
import { askOutside } from '../windows/outside-question.ts';
import { type Quitting, watchQuitting } from '../windows/quitting.ts';
import { after } from './after.ts';
import type { Prepared } from './prepared.ts';

export interface QuittingParts {
  readonly consoleWindow: () => ConsoleWindow;
  readonly texts: () => Texts;
}

/** How the app ends, with the console and the system asked. */
export function openQuitting({ app, log }: Prepared, { consoleWindow, texts }: QuittingParts): Quitting {
  return watchQuitting({
    app,
    systemUpdater: autoUpdater,
    powerMonitor,
    ask: () => {
      consoleWindow().show();
      consoleWindow().tell('quit-asked', undefined);
    },
    askOutside: (stands) => askOutside({ appName: texts().appName, ...texts().quitInCall }, stands),
    askAboutUnsaved: (stands) => {
      consoleWindow().show();
      return askOutside({ appName: texts().appName, ...texts().unsaved }, stands);
    },
    onAskOutsideFailed: log.orderFailed,
    closeByForce: () => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
    },
    after,
  });
}
