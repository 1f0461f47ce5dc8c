import type { ShownPresence } from '../ipc/contract/shown.ts';

/** Available by choice, but outside their working hours, when nobody is asked. */
export function isIdleOffHours(shown: Extract<ShownPresence, { kind: 'signed-in' }>): boolean {
  return shown.presence === 'available' && !shown.withinWorkingHours;
}
