import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AgentStatus, SetStatus } from '../../backend/contract/agents.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { applyProfile } from '../platform/apply-event.ts';
import type { Away, DesktopBridge } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { statusOnLeaving, statusOnReturn } from './away.ts';

const present: Away = { kind: 'present' };

/**
 * Busy (away) while the computer sleeps or is locked. Leaving is told once; coming back is told for as long as the server thinks otherwise,
 * which after a sleep it often says only once everything is connected again.
 */
export function useAway(bridge: DesktopBridge | null, status: AgentStatus): void {
  const connected = useStore(usePlatform().connection, ({ type }) => type === 'live');
  const [away, setAway] = useState(present);
  const told = useRef(present);
  const tell = useTellStatus();
  useEffect(() => bridge?.power.onAwayChanged(setAway), [bridge]);

  const leave = useEffectEvent(async () => {
    const order = statusOnLeaving(away, status);
    told.current = away;
    if (order !== null && !(await tell(order))) told.current = present;
  });
  useEffect(() => {
    if (connected && away.kind === 'away' && told.current !== away) void leave();
  }, [away, connected]);

  const { busyReason } = status;
  const comeBack = useEffectEvent((order: SetStatus) => void tell(order));
  useEffect(() => {
    const order = bridge === null ? null : statusOnReturn(away, busyReason);
    if (connected && order !== null) comeBack(order);
  }, [bridge, away, busyReason, connected]);
}

/** Says nothing of a failure: it is made up for when the connection is back. */
function useTellStatus(): (order: SetStatus) => Promise<boolean> {
  const { api } = usePlatform();
  const cache = useQueryClient();
  return async (order) => {
    try {
      applyProfile(cache, await api.setStatus(order));
      return true;
    } catch {
      return false;
    }
  };
}

/** What was connected before the computer slept is stale: events, and the softphone with its token, begin anew. */
export function useWaking(bridge: DesktopBridge | null, onReconnect: () => void): void {
  const { retry } = useSoftphone();
  const wake = useEffectEvent(() => {
    onReconnect();
    retry();
  });
  useEffect(() => bridge?.power.onWoken(() => wake()), [bridge]);
}
