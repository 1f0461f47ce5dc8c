import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { CallSession } from '../../backend/contract/calls.ts';
import { lineOf } from '../features/softphone/softphone-line.ts';
import type { Line } from '../features/softphone/softphone-machine.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { failureCode } from '../platform/api-failure.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { useActiveCalls } from '../platform/queries.ts';
import { showToast } from '../platform/toasts.ts';
import { lineAsTold } from './line-check.ts';

/** A line that ends tells so by itself in less than this. */
const graceMs = 2_000;

/**
 * Compares the line on this softphone with what the server says of it, which after a sleep or a break may be that it is long over. The
 * server is asked once more, until it answers, before the line is given up; where the call goes on without the agent, that is said, with
 * the way back.
 */
export function useLineCheck(): void {
  const { t } = useTranslation(['softphone', 'shell']);
  const { api, connection, log, toasts } = usePlatform();
  const [, navigate] = useLocation();
  const live = useStore(connection, ({ type }) => type === 'live');
  const { state, disownLine } = useSoftphone();
  const calls = useActiveCalls().data;
  const line = lineOf(state);
  const told = !live || line === null || calls === undefined ? 'there' : lineAsTold(line, calls);

  const giveUp = (lost: Line, call: CallSession | null): void => {
    disownLine(lost.legId);
    if (call === null || lineAsTold(lost, [call]) === 'call-over') return;
    const open = { label: t('shell:alert.openCall'), run: () => navigate(`/calls/${lost.callId}`) };
    showToast(toasts, 'failed', t('lineGone'), open);
  };
  const check = useEffectEvent(async (asked: Line, matters: AbortSignal): Promise<'answered' | 'failed'> => {
    try {
      const { call } = await api.call(asked.callId);
      if (!matters.aborted && lineAsTold(asked, [call]) !== 'there') giveUp(asked, call);
      return 'answered';
    } catch (error) {
      if (failureCode(error) !== 'not-found') {
        log.caught('line-not-checked', error);
        return 'failed';
      }
      if (!matters.aborted) giveUp(asked, null);
      return 'answered';
    }
  });
  useEffect(() => {
    if (told === 'there' || line === null) return undefined;
    const matters = new AbortController();
    const checkSoon = (): void => {
      const timer = setTimeout(async () => {
        const outcome = await check(line, matters.signal);
        if (outcome === 'failed' && !matters.signal.aborted) checkSoon();
      }, graceMs);
      matters.signal.addEventListener('abort', () => clearTimeout(timer));
    };
    checkSoon();
    return () => matters.abort();
  }, [told, line]);
}
