import { LockKeyhole } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import type { Desktop } from '../../platform/desktop.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AccountSettings } from './account/account-settings.tsx';
import { AppSettings } from './app/app-settings.tsx';
import { OwnConversation } from './conversation/own-conversation.tsx';
import { DisplaySettings } from './display/display-settings.tsx';
import { GlobalShortcuts } from './keys/global-shortcuts.tsx';
import { HandlingSettings } from './keys/handling-settings.tsx';
import { NotificationSettings } from './notifications/notification-settings.tsx';
import { OwnSchedule } from './schedule/own-schedule.tsx';
import { SecuritySettings } from './security/security-settings.tsx';
import { ServerForm } from './server/server-form.tsx';
import { SettingsSection } from './settings-section.tsx';
import { type SettingsSectionName, useSettingsSections } from './settings-sections.ts';
import { type MicrophoneChoice, SoundSettings } from './sound/sound-settings.tsx';
import { MemberSettings } from './team/member-settings.tsx';
import { TeamSettings } from './team/team-settings.tsx';
import { TelephonySettings } from './telephony/telephony-settings.tsx';
import { TemplatesSettings } from './templates/templates-settings.tsx';
import { UsersSettings } from './users/users-settings.tsx';

interface SettingsPanelProps {
  /** As the address says it; the first section where it names none. */
  readonly section: string | undefined;
  /** The colleague that the address names. */
  readonly member?: string | undefined;
  readonly profile: AgentProfile;
  readonly microphone: MicrophoneChoice;
  readonly onShowKeys: () => void;
}

/** The settings, one section at a time. */
export function SettingsPanel({ section, ...settings }: SettingsPanelProps): ReactElement {
  const { t } = useTranslation('settings');
  const { desktop } = usePlatform();
  const sections = useSettingsSections(settings.profile.role);
  const shown =
    sections.find(({ name }) => name === section)?.name ?? (section === undefined ? 'account' : null);
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one is found by what it says of itself
  useEffect(() => {
    const { current: tabs } = nav;
    if (tabs === null) return undefined;
    const bringIntoView = (): void =>
      tabs.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
    // Tells the first size, too: a window that becomes a strip has a row of tabs that it had not before.
    const watch = new ResizeObserver(bringIntoView);
    watch.observe(tabs);
    return () => watch.disconnect();
  }, [shown]);
  return (
    <div className="flex h-full max-strip:flex-col">
      <div className="w-48 shrink-0 border-line-quiet p-2 max-strip:w-auto max-strip:border-b strip:border-r strip:pt-4">
        <h1 className="px-2.5 py-1 font-semibold text-lg">{t('title')}</h1>
        <nav
          ref={nav}
          aria-label={t('title')}
          className="mt-1 flex flex-col gap-0.5 max-strip:flex-row max-strip:overflow-x-auto max-strip:pr-8 max-strip:[mask-image:linear-gradient(to_right,black_calc(100%-32px),transparent)]"
        >
          {sections.map(({ name, icon: Icon }) => (
            <Link
              key={name}
              href={`/settings/${name}`}
              aria-current={name === shown ? 'page' : undefined}
              className="flex h-8 shrink-0 items-center gap-2.5 whitespace-nowrap rounded-sm px-2.5 text-sm text-text-quiet hover:bg-surface-hover hover:text-text aria-[current]:bg-surface-hover aria-[current]:font-medium aria-[current]:text-text"
            >
              <Icon aria-hidden className="size-4 shrink-0" />
              {t(`section.${name}`)}
            </Link>
          ))}
        </nav>
      </div>
      <div key={shown} className="min-w-0 flex-1 overflow-y-auto">
        <div className="mx-auto w-full max-w-168 px-6 pb-6">
          {shown === null ? (
            <EmptyState icon={LockKeyhole} title={t('notAvailable')} hint={t('notAvailableHint')} />
          ) : (
            <Section name={shown} desktop={desktop} {...settings} />
          )}
        </div>
      </div>
    </div>
  );
}

interface SectionProps extends Omit<SettingsPanelProps, 'section'> {
  readonly name: SettingsSectionName;
  readonly desktop: Desktop | null;
}

function Section({
  name,
  member,
  profile,
  microphone,
  desktop,
  onShowKeys,
}: SectionProps): ReactElement | null {
  const { t } = useTranslation('settings');
  switch (name) {
    case 'account':
      return <AccountSettings profile={profile} />;
    case 'security':
      return <SecuritySettings />;
    case 'conversation':
      return <OwnConversation profile={profile} />;
    case 'templates':
      return <TemplatesSettings whose={null} locked={profile.locked.includes('templates')} />;
    case 'schedule':
      return <OwnSchedule profile={profile} />;
    case 'sound':
      return <SoundSettings {...microphone} />;
    case 'notifications':
      return <NotificationSettings profile={profile} />;
    case 'keys':
      return (
        <>
          <HandlingSettings onShowKeys={onShowKeys} />
          {desktop !== null && <GlobalShortcuts bridge={desktop.bridge} />}
        </>
      );
    case 'display':
      return <DisplaySettings />;
    case 'app':
      return desktop === null ? null : <AppSettings bridge={desktop.bridge} />;
    case 'server':
      return desktop === null ? null : (
        <SettingsSection title={t('server.title')}>
          <ServerForm server={desktop.bridge.server} />
        </SettingsSection>
      );
    case 'users':
      return <UsersSettings me={profile.agentId} />;
    case 'members':
      return <MemberSettings member={member} />;
    case 'team':
      return <TeamSettings usualHours={profile.team.hours} />;
    case 'telephony':
      return <TelephonySettings />;
  }
}
