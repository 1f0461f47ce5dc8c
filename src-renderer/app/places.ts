import { History, type LucideIcon, PhoneCall, Settings, Users } from 'lucide-react';

/** The screens of the console, with the letter that follows G. */
export const places = [
  { name: 'calls', letter: 'c', icon: PhoneCall },
  { name: 'customers', letter: 'u', icon: Users },
  { name: 'history', letter: 'h', icon: History },
  { name: 'settings', letter: 's', icon: Settings },
] as const satisfies readonly { name: string; letter: string; icon: LucideIcon }[];
