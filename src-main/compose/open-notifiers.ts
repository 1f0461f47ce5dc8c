import type { RunCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import type { Language } from '../ipc/contract/settings.ts';
import type { ShownPresence } from '../ipc/contract/shown.ts';
import { createOfferNotifier, type OfferNotifier } from '../notifications/offer-notifier.ts';
import { createReminderNotifier, type ReminderNotifier } from '../notifications/reminder-notifier.ts';
import { createSignedOutNotifier } from '../notifications/signed-out-notifier.ts';
import {
  createReminderNotification,
  createSignedOutNotification,
  createSystemNotification,
} from '../notifications/system-notification.ts';
import { type Prepared, startsHidden } from './prepared.ts';

export interface NotifierParts {
  readonly initial: DesktopState;
  readonly language: () => Language;
  readonly isConsoleInFront: () => boolean;
  readonly run: RunCommand;
}

/** What tells through the system: of offers and reminders where the agent wants that, of the end of the session in any case. */
export interface Notifiers {
  readonly offers: OfferNotifier;
  readonly reminders: ReminderNotifier;
  readonly presenceTold: (presence: ShownPresence) => void;
}

export function openNotifiers(
  prepared: Prepared,
  { initial, language, isConsoleInFront, run }: NotifierParts,
): Notifiers {
  const isWanted = (): boolean => prepared.settings.read().systemNotifications;
  return {
    offers: createOfferNotifier(
      { isWanted, isConsoleInFront, notify: createSystemNotification(run) },
      initial,
    ),
    reminders: createReminderNotifier(
      { isWanted, isConsoleInFront, notify: createReminderNotification(run) },
      initial,
    ),
    presenceTold: createSignedOutNotifier({
      startedHidden: startsHidden(prepared),
      isConsoleInFront,
      notify: createSignedOutNotification(run, language),
    }),
  };
}
