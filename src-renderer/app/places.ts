import {
  BellRing,
  ChartNoAxesColumn,
  ChartPie,
  History,
  LayoutDashboard,
  type LucideIcon,
  MonitorDot,
  PhoneCall,
  PhoneOutgoing,
  ScrollText,
  Settings,
  Users,
} from 'lucide-react';
import type { Role } from '../../backend/contract/vocabulary.ts';

/** The screens of the console, with the letter that follows G. */
export const places = [
  { name: 'calls', letter: 'c', icon: PhoneCall, only: 'everybody' },
  { name: 'today', letter: 't', icon: LayoutDashboard, only: 'everybody' },
  { name: 'wall', letter: 'w', icon: MonitorDot, only: 'admin' },
  { name: 'customers', letter: 'u', icon: Users, only: 'everybody' },
  { name: 'reminders', letter: 'n', icon: BellRing, only: 'everybody' },
  { name: 'campaigns', letter: 'b', icon: PhoneOutgoing, only: 'everybody' },
  { name: 'history', letter: 'h', icon: History, only: 'everybody' },
  { name: 'figures', letter: 'f', icon: ChartNoAxesColumn, only: 'everybody' },
  { name: 'reports', letter: 'r', icon: ChartPie, only: 'everybody' },
  { name: 'audit', letter: 'l', icon: ScrollText, only: 'admin' },
  { name: 'settings', letter: 's', icon: Settings, only: 'everybody' },
] as const satisfies readonly {
  name: string;
  letter: string;
  icon: LucideIcon;
  only: 'everybody' | 'admin';
}[];

export type Place = (typeof places)[number];

export function placesOf(role: Role): readonly Place[] {
  return places.filter(({ only }) => only === 'everybody' || role === 'admin');
}
