import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoffId } from '../../../backend/contract/ids.ts';
import type { RoutingDecision, RoutingVerdict } from '../../../backend/contract/routing.ts';
import { useHandoffRouting } from '../../platform/team-queries.ts';
import { formatTime } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

/** Step by step: who was asked, who was in line behind them, and what kept the others from being asked. */
export function RoutingWhy({ handoffId }: { readonly handoffId: HandoffId }): ReactElement {
  const { t } = useTranslation(['routing', 'shell']);
  const routing = useHandoffRouting(handoffId);
  if (routing.data === undefined) {
    if (routing.isPending) return <SkeletonText lines={4} label={t('shell:loading')} />;
    return (
      <FailureNotice
        error={routing.error}
        action={
          <Button size="small" onClick={() => void routing.refetch()}>
            {t('shell:retry')}
          </Button>
        }
      />
    );
  }
  const { decisions } = routing.data;
  if (decisions.length === 0) return <p className="text-sm">{t('why.none')}</p>;
  return (
    <ol className="flex max-h-[60vh] flex-col gap-4 overflow-y-auto">
      {decisions.map((decision) => (
        <li key={`${decision.at} ${decision.step}`}>
          <Decision decision={decision} />
        </li>
      ))}
    </ol>
  );
}

function Decision({ decision }: { readonly decision: RoutingDecision }): ReactElement {
  const { t } = useTranslation(['routing', 'team']);
  const language = useLanguage();
  const allAtOnce = decision.agents.filter(({ verdict }) => verdict.outcome === 'asked').length > 1;
  return (
    <section>
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-medium text-sm">
        {t(`step.${decision.step ?? 'nobody'}`)}
        <span className="font-normal text-text-quiet text-xs">{formatTime(decision.at, language)}</span>
        <span className="font-normal text-text-quiet text-xs">
          {t('why.order', { strategy: t(`team:strategy.${decision.strategy}`) })}
        </span>
      </h3>
      <ul aria-label={t('why.agents')} className="mt-1 text-sm">
        {decision.agents.map(({ name, verdict }) => (
          <li
            key={verdict.agentId}
            className="grid grid-cols-[minmax(0,7rem)_5.5rem_minmax(0,1fr)] gap-2 border-line-quiet border-b py-1"
          >
            <span className="truncate" title={name}>
              {name}
            </span>
            <span className={verdict.outcome === 'asked' ? 'font-medium' : 'text-text-quiet'}>
              {t(`verdict.${verdict.outcome}`)}
            </span>
            <span className="text-text-quiet">
              <Reason verdict={verdict} allAtOnce={allAtOnce} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ReasonProps {
  readonly verdict: RoutingVerdict;
  /** Then nobody was asked before another, and their order says nothing. */
  readonly allAtOnce: boolean;
}

function Reason({ verdict, allAtOnce }: ReasonProps): ReactElement {
  const { t } = useTranslation('routing');
  if (verdict.outcome === 'passed-over') return <>{t(`because.${verdict.because}`)}</>;
  if (allAtOnce && verdict.outcome === 'asked') return <>{t('verdict.together')}</>;
  const rank = t('verdict.rank', { number: verdict.rank });
  return (
    <>
      {rank}
      {verdict.behindBy !== null && <span className="ml-2">{t(`behind.${verdict.behindBy}`)}</span>}
    </>
  );
}
