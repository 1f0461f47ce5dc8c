import { Notification } from 'electron';
import type { Offer } from '../../backend/contract/handoffs.ts';
import type { RunCommand } from '../desktop-command.ts';
import type { Language } from '../ipc/contract/settings.ts';
import type { DueReminder } from '../ipc/contract/shown.ts';
import { textsIn } from '../language/texts.ts';
import { offerNotification } from './offer-notification.ts';

/** Has the system tell of offers, with buttons where it has any; what is pressed there is run. Each call returns what takes it away. */
export function createSystemNotification(run: RunCommand): (offer: Offer, language: Language) => () => void {
  return (offer, language) => {
    const texts = textsIn(language);
    const { accept, ...words } = offerNotification(offer, texts);
    const notification = new Notification({
      ...words,
      urgency: 'critical',
      timeoutType: 'never',
      actions: [
        { type: 'button', text: accept },
        { type: 'button', text: texts.offer.decline },
      ],
    });
    notification.on('click', () => run({ kind: 'open-call', callId: offer.callId }));
    // Electron 33, which the bundles run on as well, tells the button in this argument only.
    notification.on('action', (_event, index) => {
      const offerId = offer.id;
      run(
        index === 0 ? { kind: 'accept-offer', offerId } : { kind: 'decline-offer', offerId, reason: 'other' },
      );
    });
    notification.show();
    return () => notification.close();
  };
}

/**
 * Has the system tell that somebody is to be called again now; a click leads there. Not what the note says: see `offerNotification`. Each
 * call returns what takes it away.
 */
export function createReminderNotification(
  run: RunCommand,
): (reminder: DueReminder, onGone: () => void) => () => void {
  return ({ title, customerId }, onGone) => {
    const notification = new Notification({ title });
    notification.on('click', () => {
      onGone();
      run({ kind: 'open-reminder', customerId });
    });
    notification.on('close', onGone);
    notification.show();
    return () => notification.close();
  };
}

/** Has the system tell that nobody is signed in; a click leads to the sign-in. Each call returns what takes it away. */
export function createSignedOutNotification(run: RunCommand, language: () => Language): () => () => void {
  return () => {
    const { title, meaning } = textsIn(language()).signedOut;
    const notification = new Notification({ title, body: meaning, silent: true, timeoutType: 'never' });
    notification.on('click', () => run({ kind: 'show-console' }));
    notification.show();
    return () => notification.close();
  };
}
