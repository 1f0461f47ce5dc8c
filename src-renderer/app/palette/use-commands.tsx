import { Keyboard, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { presenceChoices, useChoosePresence } from '../../features/agents/presence-switch.tsx';
import { inOrder } from '../../features/calls/call-filter.ts';
import { useSettingsSections } from '../../features/settings/settings-sections.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useActiveCalls } from '../../platform/queries.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { CallStatusIcon } from '../../ui/call-status-mark.tsx';
import { PresenceIcon } from '../../ui/presence-mark.tsx';
import { placesOf } from '../places.ts';
import type { Command } from './command.ts';
import { useBothLanguages } from './use-both-languages.ts';

interface CommandsOptions {
  readonly me: AgentStatus;
  readonly onShowKeys: () => void;
  readonly onSignOut: () => void;
}

/** Everything that the palette can do besides calling customers. */
export function useCommands({ me, ...account }: CommandsOptions): readonly Command[] {
  return [
    ...useCallCommands(me),
    ...usePlaceCommands(me.role),
    ...usePresenceCommands(me),
    ...useSettingsCommands(me.role),
    ...useAccountCommands(account),
  ];
}

function useCallCommands(me: AgentStatus): readonly Command[] {
  const { t } = useTranslation('vocabulary');
  const [, navigate] = useLocation();
  const calls = useActiveCalls().data ?? [];
  return inOrder(calls, me.agentId).map(({ id, status, customer }) => ({
    id,
    group: 'calls',
    icon: <CallStatusIcon status={status} />,
    label: customer.company,
    keywords: `${customer.person ?? ''} ${customer.phoneNumber}`,
    hint: t(`callStatus.${status}`),
    run: () => navigate(`/calls/${id}`),
  }));
}

function usePlaceCommands(role: Role): readonly Command[] {
  const named = useBothLanguages();
  const [, navigate] = useLocation();
  return placesOf(role).map(({ name, letter, icon: Icon }) => ({
    id: name,
    group: 'places',
    icon: <Icon aria-hidden className="size-4" />,
    ...named(`shell:nav.${name}`),
    keys: ['G', letter.toUpperCase()],
    run: () => navigate(`/${name}`),
  }));
}

function usePresenceCommands({ presence, busyReason }: AgentStatus): readonly Command[] {
  const { t } = useTranslation(['presence', 'vocabulary']);
  const named = useBothLanguages();
  const { choose } = useChoosePresence();
  const lost = useConnectionLost();
  return presenceChoices.map((choice) => {
    const reason = choice.presence === 'busy' ? choice.reason : null;
    const busy = named('vocabulary:presence.busy');
    const { label, keywords } = named(keyOf(choice));
    return {
      id: `presence-${reason ?? choice.presence}`,
      group: 'presence',
      icon: <PresenceIcon presence={choice.presence} />,
      label,
      keywords: reason === null ? keywords : `${keywords} ${busy.label} ${busy.keywords}`,
      ...(reason === null ? {} : { hint: t('vocabulary:presence.busy') }),
      taken: presence === choice.presence && busyReason === reason,
      refused: lost ? t('unknown') : null,
      run: () => choose(choice),
    };
  });
}

function keyOf(choice: (typeof presenceChoices)[number]) {
  switch (choice.presence) {
    case 'available':
      return 'vocabulary:presence.available';
    case 'busy':
      return `vocabulary:busyReason.${choice.reason}` as const;
    case 'offline':
      return 'presence:stop';
  }
}

const languages = ['japanese', 'english'] as const;
const appearances = [
  { value: 'system', icon: Monitor },
  { value: 'light', icon: Sun },
  { value: 'dark', icon: Moon },
] as const;

function useSettingsCommands(role: Role): readonly Command[] {
  const named = useBothLanguages();
  const [, navigate] = useLocation();
  const { preferences } = usePlatform();
  const { language, appearance } = useStore(preferences);
  const languageName = named('deviceSettings:language');
  const appearanceName = named('settings:display.appearance');
  return [
    ...useSettingsSections(role).map(({ name, icon: Icon }): Command => {
      const { label, keywords } = named(`settings:section.${name}`);
      return {
        id: `settings-${name}`,
        group: 'settings',
        icon: <Icon aria-hidden className="size-4" />,
        label,
        keywords,
        run: () => navigate(`/settings/${name}`),
      };
    }),
    ...languages.map((name): Command => {
      const value = name === 'japanese' ? 'ja' : 'en';
      const { label, keywords } = named(`deviceSettings:${name}`);
      return {
        id: `language-${value}`,
        group: 'settings',
        icon: <Languages aria-hidden className="size-4" />,
        label,
        keywords: `${keywords} ${languageName.label} ${languageName.keywords}`,
        hint: languageName.label,
        taken: language === value,
        run: () => preferences.setState({ language: value }),
      };
    }),
    ...appearances.map(({ value, icon: Icon }): Command => {
      const { label, keywords } = named(`settings:display.${value}`);
      return {
        id: `appearance-${value}`,
        group: 'settings',
        icon: <Icon aria-hidden className="size-4" />,
        label,
        keywords: `${keywords} ${appearanceName.label} ${appearanceName.keywords}`,
        hint: appearanceName.label,
        taken: appearance === value,
        run: () => preferences.setState({ appearance: value }),
      };
    }),
  ];
}

function useAccountCommands({ onShowKeys, onSignOut }: Omit<CommandsOptions, 'me'>): readonly Command[] {
  const named = useBothLanguages();
  return [
    {
      id: 'keys',
      group: 'account',
      icon: <Keyboard aria-hidden className="size-4" />,
      ...named('shell:account.help'),
      keys: ['?'],
      run: onShowKeys,
    },
    {
      id: 'sign-out',
      group: 'account',
      icon: <LogOut aria-hidden className="size-4" />,
      ...named('shell:account.signOut'),
      run: onSignOut,
    },
  ];
}
