import {
  AppWindow,
  Bell,
  CircleUser,
  Headset,
  Keyboard,
  type LucideIcon,
  MessageSquareText,
  Palette,
  Server,
} from 'lucide-react';
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
] as const satisfies readonly { name: string; icon: LucideIcon; only: 'anywhere' | 'desktop' }[];

export type SettingsSection = (typeof sections)[number];
export type SettingsSectionName = SettingsSection['name'];

/** The parts of the settings, in their order; some are of the desktop app only. */
export function useSettingsSections(): readonly SettingsSection[] {
  const { desktop } = usePlatform();
  return sections.filter(({ only }) => only === 'anywhere' || desktop !== null);
}
