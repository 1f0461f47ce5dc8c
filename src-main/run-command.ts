import type { DesktopCommand, RunCommand } from './desktop-command.ts';
import type { ConsoleWindow } from './windows/console-window.ts';

export interface CommandRunnerDeps {
  readonly consoleWindow: () => ConsoleWindow;
  readonly quit: () => void;
}

/** Carries out what a person ordered outside the console: mostly by telling the console, which holds the session. */
export function createCommandRunner({ consoleWindow, quit }: CommandRunnerDeps): RunCommand {
  return (command) => {
    if (bringsConsoleUp(command)) consoleWindow().show();
    switch (command.kind) {
      case 'show-console':
        return;
      case 'open-call':
        return consoleWindow().tell('call-opened', command.callId);
      case 'choose-presence':
        return consoleWindow().tell('presence-chosen', command.status);
      case 'toggle-mute':
        return consoleWindow().tell('mute-toggled', undefined);
      case 'accept-offer':
        return consoleWindow().tell('offer-accepted', command.offerId);
      case 'decline-offer':
        return consoleWindow().tell('offer-declined', {
          offerId: command.offerId,
          reason: command.reason,
        });
      case 'sign-out':
        return consoleWindow().tell('sign-out-chosen', undefined);
      case 'quit':
        return quit();
    }
  };
}

function bringsConsoleUp({ kind }: DesktopCommand): boolean {
  return kind === 'show-console' || kind === 'open-call' || kind === 'accept-offer' || kind === 'sign-out';
}
