import { z } from 'zod';
import type { AgentId } from '../../../backend/contract/ids.ts';
import type { Days } from '../../platform/calendar-periods.ts';

const daysSchema = z.object({ first: z.iso.date(), last: z.iso.date() });

/** Where somebody's changes of presence on these days are listed. */
export function presenceLogPlace(agentId: AgentId, days: Days): string {
  return `/figures/presence/${agentId}?${new URLSearchParams({ first: days.first, last: days.last })}`;
}

/** Null where the address names none. */
export function daysInPlace(search: string): Days | null {
  return daysSchema.safeParse(Object.fromEntries(new URLSearchParams(search))).data ?? null;
}
