import type { SetStatus } from '../backend/contract/agents.ts';
import type { DeclineReason } from '../backend/contract/handoffs.ts';
import type { CallId, CustomerId, OfferId } from '../backend/contract/ids.ts';

/** What a person can order from outside the console: tray, notification, alert window, global key, link. */
export type DesktopCommand =
  | { readonly kind: 'show-console' }
  | { readonly kind: 'open-call'; readonly callId: CallId }
  /** Null: the list of reminders. */
  | { readonly kind: 'open-reminder'; readonly customerId: CustomerId | null }
  | { readonly kind: 'choose-presence'; readonly status: SetStatus }
  | { readonly kind: 'toggle-mute' }
  | { readonly kind: 'accept-offer'; readonly offerId: OfferId }
  | { readonly kind: 'decline-offer'; readonly offerId: OfferId; readonly reason: DeclineReason }
  | { readonly kind: 'sign-out' }
  | { readonly kind: 'quit' };

export type RunCommand = (command: DesktopCommand) => void;
