import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AgentStatus, SetAbsence } from '../../backend/contract/agents.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { applyProfile } from '../platform/apply-event.ts';
import type { Away, DesktopBridge } from '../platform/desktop.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { absenceToTell } from './away.ts';

const retryMs = 5_000;

/**
 * Busy (away) while the computer sleeps or is locked. Coming back is told for as long as the server thinks otherwise, which after a sleep it
 * often says only once everything is connected again. Nothing is told before this computer's state is known.
 */
export function useAway(bridge: DesktopBridge | null, { busyReason }: AgentStatus): void {
  const connected = useStore(usePlatform().connection, ({ type }) => type === 'live');
  const away = useKnownAway(bridge);
  const told = useRef<Away | null>(null);
  const { tell, resting } = useTellAbsence();
  const canTell = connected && !resting;

  const settle = useEffectEvent(async (now: Away) => {
    const order = absenceToTell({ away: now, told: told.current, busyReason });
    if (order === null) return;
    const before = told.current;
    told.current = now;
    if (!(await tell(order)) && told.current === now) told.current = before;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: Also what the server makes of the agent may have to be corrected.
  useEffect(() => {
    if (canTell && away !== null) void settle(away);
  }, [away, busyReason, canTell]);
}

/** Null until the desktop app has told. A page that was loaded, or crashed, while nobody sat here has to ask. */
function useKnownAway(bridge: DesktopBridge | null): Away | null {
  const [away, setAway] = useState<Away | null>(null);
  useEffect(() => {
    if (bridge === null) return undefined;
    const asking = new AbortController();
    const stop = bridge.power.onAwayChanged((changed) => {
      asking.abort();
      setAway(changed);
    });
    bridge.power.away().then(
      (now) => asking.signal.aborted || setAway(now),
      // The main process has logged why; the next change is told again.
      () => undefined,
    );
    return () => {
      asking.abort();
      stop();
    };
  }, [bridge]);
  return away;
}

interface TellAbsence {
  /** False when it did not get through. */
  tell(order: SetAbsence): Promise<boolean>;
  /** For some seconds after one that did not get through: what holds then is to be told again. */
  readonly resting: boolean;
}

/** Says nothing of a failure, for nobody sits there to read it. */
function useTellAbsence(): TellAbsence {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const [resting, setResting] = useState(false);
  const retry = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(retry.current), []);
  return {
    resting,
    tell: async (order) => {
      try {
        applyProfile(cache, await api.setAbsence(order));
        return true;
      } catch {
        setResting(true);
        retry.current = setTimeout(() => setResting(false), retryMs);
        return false;
      }
    },
  };
}

/** What was connected before the computer slept is stale: events, and the softphone with its token, begin anew. */
export function useWaking(bridge: DesktopBridge | null, onReconnect: () => void): void {
  const { wake } = useSoftphone();
  const begin = useEffectEvent(() => {
    onReconnect();
    wake();
  });
  useEffect(() => bridge?.power.onWoken(() => begin()), [bridge]);
}
