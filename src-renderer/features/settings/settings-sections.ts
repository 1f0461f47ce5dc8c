import {
  AppWindow,
  Bell,
  CalendarClock,
  CircleUser,
  Headset,
  Keyboard,
  type LucideIcon,
  MessageSquareText,
  MessagesSquare,
  Palette,
  PhoneOutgoing,
  Server,
  ShieldCheck,
  Split,
  UserCog,
  Users,
} from 'lucide-react';
import { z } from 'zod';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { usePlatform } from '../../platform/platform-context.ts';

const sections = [
  { name: 'account', icon: CircleUser, only: 'anywhere' },
  { name: 'security', icon: ShieldCheck, only: 'anywhere' },
  { name: 'conversation', icon: MessageSquareText, only: 'anywhere' },
  { name: 'templates', icon: MessagesSquare, only: 'anywhere' },
  { name: 'schedule', icon: CalendarClock, only: 'anywhere' },
  { name: 'sound', icon: Headset, only: 'anywhere' },
  { name: 'notifications', icon: Bell, only: 'anywhere' },
  { name: 'keys', icon: Keyboard, only: 'anywhere' },
  { name: 'display', icon: Palette, only: 'anywhere' },
  { name: 'app', icon: AppWindow, only: 'desktop' },
  { name: 'server', icon: Server, only: 'desktop' },
  { name: 'users', icon: Users, only: 'admin' },
  { name: 'members', icon: UserCog, only: 'admin' },
  { name: 'team', icon: Split, only: 'admin' },
  { name: 'telephony', icon: PhoneOutgoing, only: 'admin' },
] as const satisfies readonly { name: string; icon: LucideIcon; only: Only }[];

type Only = 'anywhere' | 'desktop' | 'admin';

export type SettingsSection = (typeof sections)[number];
export type SettingsSectionName = SettingsSection['name'];
export const settingsSectionNameSchema = z.enum(sections.map(({ name }) => name));

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
