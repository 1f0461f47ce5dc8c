import type { SetStatus } from '../../backend/contract/agents.ts';
import type { BusyReason } from '../../backend/contract/vocabulary.ts';
import type { DesktopCommand } from '../desktop-command.ts';
import type { DesktopState } from '../desktop-state.ts';
import type { ShownPresence } from '../ipc/contract/shown.ts';
import { type Texts, textsIn } from '../language/texts.ts';
import { isIdleOffHours } from './off-hours.ts';

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'heading'; readonly label: string }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly command: DesktopCommand;
      readonly enabled: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly mark: 'one-of-many' | 'on-or-off';
      readonly label: string;
      readonly command: DesktopCommand;
      readonly enabled: boolean;
      readonly chosen: boolean;
    };

/** The tray's menu: who and how reachable, what waits (also for who is not to be disturbed, since they look here), and what can be done. */
export function trayMenu(state: DesktopState): TrayItem[] {
  const texts = textsIn(state.language);
  return [
    ...headings(state, texts),
    { kind: 'line' },
    ...presenceChoices(state.presence, texts),
    { kind: 'line' },
    command(texts.tray.open, { kind: 'show-console' }, true),
    muteChoice(state, texts),
    { kind: 'line' },
    command(texts.tray.signOut, { kind: 'sign-out' }, state.presence.kind !== 'signed-out'),
    command(texts.tray.quit, { kind: 'quit' }, true),
  ];
}

/** What the tray says when pointed at: never the colour alone. */
export function trayTooltip({ presence, offers, language }: DesktopState): string {
  const texts = textsIn(language);
  const waiting = offers.length === 0 ? [] : [texts.tray.waiting(offers.length)];
  return [texts.appName, presenceWords(presence, texts), ...waiting].join(' · ');
}

function headings({ presence, offers }: DesktopState, texts: Texts): TrayItem[] {
  const words = presenceWords(presence, texts);
  const label = presence.kind === 'signed-out' ? words : `${presence.name} · ${words}`;
  const waiting: TrayItem[] =
    offers.length === 0 ? [] : [{ kind: 'heading', label: texts.tray.waiting(offers.length) }];
  return [{ kind: 'heading', label }, ...waiting];
}

function presenceWords(presence: ShownPresence, texts: Texts): string {
  if (presence.kind !== 'signed-in') return texts.presence[presence.kind];
  if (isIdleOffHours(presence)) return texts.tray.offHours;
  const reason = presence.presence === 'busy' ? presence.busyReason : null;
  return reason === null ? texts.presence[presence.presence] : texts.busyReason[reason];
}

const choosableReasons = ['break', 'meeting', 'paperwork', 'do-not-disturb'] as const satisfies BusyReason[];

function presenceChoices(presence: ShownPresence, texts: Texts): TrayItem[] {
  const choice = (label: string, status: SetStatus): TrayItem => ({
    kind: 'choice',
    mark: 'one-of-many',
    label,
    command: { kind: 'choose-presence', status },
    enabled: presence.kind === 'signed-in',
    chosen: isChosen(presence, status),
  });
  return [
    choice(texts.presence.available, { presence: 'available' }),
    ...choosableReasons.map((reason) => choice(texts.busyReason[reason], { presence: 'busy', reason })),
    choice(texts.tray.stop, { presence: 'offline' }),
  ];
}

function isChosen(shown: ShownPresence, status: SetStatus): boolean {
  if (shown.kind !== 'signed-in' || shown.presence !== status.presence) return false;
  return status.presence !== 'busy' || status.reason === shown.busyReason;
}

function muteChoice({ softphone }: DesktopState, texts: Texts): TrayItem {
  return {
    kind: 'choice',
    mark: 'on-or-off',
    label: texts.tray.mute,
    command: { kind: 'toggle-mute' },
    enabled: softphone.kind === 'on-call',
    chosen: softphone.kind === 'on-call' && softphone.muted,
  };
}

function command(label: string, order: DesktopCommand, enabled: boolean): TrayItem {
  return { kind: 'command', label, command: order, enabled };
}
