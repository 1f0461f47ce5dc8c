import type { RunCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import { createOfferNotifier, type OfferNotifier } from '../notifications/offer-notifier.ts';
import { createSystemNotification } from '../notifications/system-notification.ts';
import type { Prepared } from './prepared.ts';

export interface NotifierParts {
  readonly initial: DesktopState;
  readonly isConsoleInFront: () => boolean;
  readonly run: RunCommand;
}

/** Tells of offers through the system, where the agent wants that. */
export function openNotifier(
  { settings }: Prepared,
  { initial, isConsoleInFront, run }: NotifierParts,
): OfferNotifier {
  const isWanted = (): boolean => settings.read().systemNotifications;
  return createOfferNotifier({ isWanted, isConsoleInFront, notify: createSystemNotification(run) }, initial);
}
