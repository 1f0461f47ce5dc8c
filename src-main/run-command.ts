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
      case 'open-reminder':
        return consoleWindow().tell('reminder-opened', command.customerId);
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
  switch (kind) {
    case 'show-console':
    case 'open-call':
    case 'open-reminder':
    case 'accept-offer':
    case 'sign-out':
      return true;
    case 'choose-presence':
    case 'toggle-mute':
    case 'decline-offer':
    case 'quit':
      return false;
  }
}
