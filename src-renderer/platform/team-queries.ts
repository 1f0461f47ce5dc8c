import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { TeamFigures } from '../../backend/contract/figures.ts';
import type { HandoffId } from '../../backend/contract/ids.ts';
import type { PresenceLog } from '../../backend/contract/presence-log.ts';
import type { OpenReminder } from '../../backend/contract/reminders.ts';
import type { HandoffRouting, Queue } from '../../backend/contract/routing.ts';
import { usePlatform } from './platform-context.ts';
import { queryKeys } from './query-keys.ts';
import type { Whose } from './settings-api.ts';
import type { Period } from './team-api.ts';

/** Who waits for a human. Asked for again every other second while it is shown: in a busy hour there are more events than that. */
export function useQueue(): UseQueryResult<Queue> {
  const { api } = usePlatform();
  return useQuery({ queryKey: queryKeys.queue, queryFn: api.queue, staleTime: 0, refetchInterval: 2_000 });
}

/** Why each agent was or was not asked; grows while the handoff goes on. */
export function useHandoffRouting(handoffId: HandoffId): UseQueryResult<HandoffRouting> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.handoffRouting(handoffId),
    queryFn: () => api.handoffRouting(handoffId),
    staleTime: 0,
    refetchInterval: 2_000,
  });
}

/** Each change of somebody's presence, asked for again each half minute while it is shown. */
export function usePresenceLog(whose: Whose, period: Period): UseQueryResult<PresenceLog> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.presenceLog(whose, period),
    queryFn: () => api.presenceLog(whose, period),
    staleTime: 0,
    refetchInterval: 30_000,
  });
}

/** What agents did in a period, asked for again each half minute while it is shown. The ones before stay until the next are there. */
export function useFigures(period: Period): UseQueryResult<TeamFigures> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.figures(period),
    queryFn: () => api.figures(period),
    placeholderData: (previous) => previous,
    staleTime: 0,
    refetchInterval: 30_000,
  });
}

/** Whom the agent is to call again. Asked for each minute: no event tells what a colleague ticked off. */
export function useReminders(): UseQueryResult<OpenReminder[]> {
  const { api } = usePlatform();
  return useQuery({
    queryKey: queryKeys.reminders,
    queryFn: api.reminders,
    staleTime: 0,
    refetchInterval: 60_000,
  });
}
