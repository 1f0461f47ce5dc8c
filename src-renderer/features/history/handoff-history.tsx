import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handoff } from '../../../backend/contract/handoffs.ts';
import { formatTime } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';

interface HandoffHistoryProps {
  readonly handoffs: readonly Handoff[];
  /** Tells why each agent was or was not asked. */
  readonly why: (handoff: Handoff) => ReactNode;
}

/** When and why the call was handed over, and to whom. */
export function HandoffHistory({ handoffs, why }: HandoffHistoryProps): ReactElement {
  const { t } = useTranslation(['history', 'transcript', 'vocabulary']);
  const language = useLanguage();
  if (handoffs.length === 0) return <p className="text-sm text-text-quiet">{t('noHandoff')}</p>;
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {handoffs.map((handoff) => (
        <li key={handoff.id} className="flex flex-wrap gap-x-3">
          <span>
            {handoff.transfer === null
              ? t(`vocabulary:handoffReason.${handoff.reason}`)
              : t('transcript:transferred', { name: handoff.transfer.by.name })}
          </span>
          <span className="text-text-quiet">
            {t('requested')} {formatTime(handoff.requestedAt, language)}
          </span>
          <span className="text-text-quiet">
            {handoff.connectedAt === null
              ? t('notConnected')
              : `${t('connected')} ${formatTime(handoff.connectedAt, language)}`}
          </span>
          {handoff.agent !== null && <span>{handoff.agent.name}</span>}
          {why(handoff)}
        </li>
      ))}
    </ul>
  );
}
