import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import { isOver } from '../../platform/call-state.ts';
import { useActiveCalls, useAgents } from '../../platform/queries.ts';
import { useQueue } from '../../platform/team-queries.ts';
import { Elapsed } from '../../ui/elapsed.tsx';
import { useFiguresOfToday } from './use-figures-of-today.ts';

/** The figures that an admin looks at first: what goes on, who waits, who could take it, and how well it goes today. */
export function WallSummary({ timeZone }: { readonly timeZone: string }): ReactElement {
  const { t } = useTranslation('wall');
  const all = useActiveCalls().data;
  const calls = all?.filter(({ status }) => !isOver(status));
  const agents = useAgents().data;
  const queue = useQueue().data;
  const longestSince = queue?.longestSince ?? null;
  const figures = useFiguresOfToday(timeZone, all)?.calls ?? null;
  return (
    <dl
      aria-label={t('summary')}
      className="grid grid-cols-6 gap-px border-line-quiet border-b bg-line-quiet max-wide:grid-cols-3 max-strip:grid-cols-2"
    >
      <Metric name={t('metric.calls')}>{calls?.length ?? t('metric.none')}</Metric>
      <Metric name={t('metric.waiting')} urgent={(queue?.waiting.length ?? 0) > 0}>
        {queue?.waiting.length ?? t('metric.none')}
      </Metric>
      <Metric name={t('metric.longest')} urgent={longestSince !== null}>
        {longestSince === null ? t('metric.none') : <Elapsed since={longestSince} />}
      </Metric>
      <Metric name={t('metric.available')}>{agents?.filter(canBeAsked).length ?? t('metric.none')}</Metric>
      <Share
        name={t('metric.answered')}
        meaning={t('metric.answeredMeaning')}
        part={figures?.answered ?? 0}
        whole={figures?.dialled ?? 0}
      />
      <Share
        name={t('metric.connected')}
        meaning={t('metric.connectedMeaning')}
        part={figures?.connected ?? 0}
        whole={figures?.wanted ?? 0}
      />
    </dl>
  );
}

function canBeAsked({ presence, withinWorkingHours }: AgentStatus): boolean {
  return presence === 'available' && withinWorkingHours;
}

interface MetricProps {
  readonly name: string;
  readonly meaning?: string;
  readonly urgent?: boolean;
  readonly children: ReactNode;
}

function Metric({ name, meaning, urgent = false, children }: MetricProps): ReactElement {
  return (
    <div className="bg-surface px-4 py-2" title={meaning}>
      <dt className="truncate text-text-quiet text-xs">{name}</dt>
      <dd className={`truncate font-semibold text-xl ${urgent ? 'text-state-waiting' : ''}`}>{children}</dd>
    </div>
  );
}

interface ShareProps {
  readonly name: string;
  readonly meaning: string;
  readonly part: number;
  readonly whole: number;
}

function Share({ name, meaning, part, whole }: ShareProps): ReactElement {
  const { t } = useTranslation('wall');
  return (
    <Metric name={name} meaning={meaning}>
      {whole === 0 ? (
        t('metric.none')
      ) : (
        <>
          {t('metric.share', { percent: Math.round((part / whole) * 100) })}
          <span className="ml-2 font-normal text-text-quiet text-xs">
            {t('metric.ofToday', { part, whole })}
          </span>
        </>
      )}
    </Metric>
  );
}
