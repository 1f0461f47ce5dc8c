import {
  AppWindow,
  Bell,
  CircleUser,
  Headset,
  Keyboard,
  type LucideIcon,
  MessageSquareText,
  Palette,
  PhoneOutgoing,
  Server,
  Users,
} from 'lucide-react';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { usePlatform } from '../../platform/platform-context.ts';

const sections = [
  { name: 'account', icon: CircleUser, only: 'anywhere' },
  { name: 'conversation', icon: MessageSquareText, only: 'anywhere' },
  { name: 'sound', icon: Headset, only: 'anywhere' },
  { name: 'notifications', icon: Bell, only: 'anywhere' },
  { name: 'keys', icon: Keyboard, only: 'anywhere' },
  { name: 'display', icon: Palette, only: 'anywhere' },
  { name: 'app', icon: AppWindow, only: 'desktop' },
  { name: 'server', icon: Server, only: 'desktop' },
  { name: 'users', icon: Users, only: 'admin' },
  { name: 'telephony', icon: PhoneOutgoing, only: 'admin' },
] as const satisfies readonly { name: string; icon: LucideIcon; only: Only }[];

type Only = 'anywhere' | 'desktop' | 'admin';

export type SettingsSection = (typeof sections)[number];
export type SettingsSectionName = SettingsSection['name'];

/** The parts of the settings, in their order; some are of the desktop app only, some of admins. */
export function useSettingsSections(role: Role): readonly SettingsSection[] {
  const { desktop } = usePlatform();
  const shown: Record<Only, boolean> = {
    anywhere: true,
    desktop: desktop !== null,
    admin: role === 'admin',
  };
  return sections.filter(({ only }) => shown[only]);
}
