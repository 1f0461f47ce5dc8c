import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AgentId, CallId } from '../../backend/contract/ids.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { failureCode } from '../platform/api-failure.ts';
import { applyCallEvent } from '../platform/apply-event.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { showToast } from '../platform/toasts.ts';
import { useConnectionLost } from '../platform/use-connection-lost.ts';
import { useSingleMutation } from '../platform/use-single-mutation.ts';
import { isLeftToOthers } from './left-to-others.ts';

/** Between two tries to tell a server that does not answer. */
const retryMs = 5_000;

interface HangUp {
  hangUp(callId: CallId): void;
  readonly pending: boolean;
}

/**
 * Ends a call for everybody. A server that cannot be reached keeps nobody on the line: that is closed here, and the server is told what was
 * meant once it answers: docs/decisions/0045-hanging-up-needs-no-server.md.
 */
export function useHangUp(me: AgentId): HangUp {
  const { t } = useTranslation(['softphone', 'failures']);
  const { api, toasts } = usePlatform();
  const cache = useQueryClient();
  const softphone = useSoftphone();
  const lost = useConnectionLost();
  const owe = useOwedEnds(me);
  const closeLine = (callId: CallId): void => {
    softphone.hangUp(callId);
    owe(callId);
    showToast(toasts, 'told', t('lineClosed'));
  };
  const end = useSingleMutation({
    mutationKey: ['end-call'],
    mutationFn: api.endCall,
    onSuccess: (call) => applyCallEvent(cache, { type: 'call-ended', call }),
    onError: (error, callId) => {
      if (isNoAnswer(error)) closeLine(callId);
      else showToast(toasts, 'failed', t(`failures:${failureCode(error)}`));
    },
  });
  return { hangUp: lost ? closeLine : end.mutate, pending: end.isPending };
}

/** Tells the server, once it can be heard, that calls were meant to end whose line was closed here. */
function useOwedEnds(me: AgentId): (callId: CallId) => void {
  const { api, connection, log } = usePlatform();
  const live = useStore(connection, ({ type }) => type === 'live');
  const [owed, setOwed] = useState<readonly CallId[]>([]);
  const settle = useEffectEvent(async (callId: CallId): Promise<'settled' | 'no-answer'> => {
    try {
      const { call } = await api.call(callId);
      if (!isLeftToOthers(call, me)) await api.endCall(callId);
      return 'settled';
    } catch (error) {
      log.caught('call-not-ended', error);
      return isNoAnswer(error) ? 'no-answer' : 'settled';
    }
  });
  useEffect(() => {
    const [callId] = owed;
    if (!live || callId === undefined) return undefined;
    const matters = new AbortController();
    const tell = async (): Promise<void> => {
      const outcome = await settle(callId);
      if (matters.signal.aborted) return;
      if (outcome === 'settled') {
        setOwed((before) => before.filter((other) => other !== callId));
        return;
      }
      const timer = setTimeout(() => void tell(), retryMs);
      matters.signal.addEventListener('abort', () => clearTimeout(timer));
    };
    void tell();
    return () => matters.abort();
  }, [live, owed]);
  return (callId) => setOwed((before) => [...before.filter((other) => other !== callId), callId]);
}

function isNoAnswer(error: unknown): boolean {
  const code = failureCode(error);
  return code === 'unreachable' || code === 'internal';
}
