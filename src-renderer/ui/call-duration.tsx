import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../backend/contract/calls.ts';
import { isOver } from '../platform/call-state.ts';
import { formatDuration } from '../platform/times.ts';
import { Elapsed } from './elapsed.tsx';

/** How long was talked: so far while the call runs, and nothing where nobody answered. */
export function CallDuration({ call }: { readonly call: CallSession }): ReactElement {
  const { t } = useTranslation('history');
  if (!isOver(call.status)) return <Elapsed since={call.answeredAt ?? call.startedAt} />;
  if (call.answeredAt !== null) return <span>{formatDuration(call.durationSeconds ?? 0)}</span>;
  return (
    <span>
      <span aria-hidden>—</span>
      <span className="sr-only">{t('unanswered')}</span>
    </span>
  );
}
