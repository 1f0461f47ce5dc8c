import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { isResultOf } from '../../platform/call-state.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Remaining } from '../../ui/elapsed.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ResultMark } from '../../ui/result-mark.tsx';
import { ResultForm } from './result-form.tsx';

interface CallResultProps {
  readonly call: CallSession;
  readonly me: AgentStatus;
}

/** At the end of a call: the proposed result to confirm, or the confirmed one to look at and mend. */
export function CallResult({ call, me }: CallResultProps): ReactElement {
  const { t } = useTranslation('result');
  const [step, setStep] = useState<'editing' | 'looking' | 'saved'>(
    !call.resultConfirmed && isResultOf(call, me.agentId) ? 'editing' : 'looking',
  );

  return (
    <section aria-label={t('title')} className="border-line-quiet border-t bg-surface-sunken p-4">
      <header className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h3 className="font-semibold text-base">{t('title')}</h3>
        <p className="text-text-quiet text-xs">{call.resultConfirmed ? t('confirmed') : t('proposed')}</p>
        {me.wrapUpUntil !== null && <WrapUp until={me.wrapUpUntil} />}
      </header>
      {step === 'editing' ? (
        <ResultForm call={call} onSaved={() => setStep('saved')} />
      ) : (
        <div className="flex items-start justify-between gap-3">
          <ResultSummary call={call} />
          <span className="flex shrink-0 items-center gap-2">
            {step === 'saved' && <Notice tone="done">{t('saved')}</Notice>}
            <Button size="small" onClick={() => setStep('editing')}>
              {t('edit')}
            </Button>
          </span>
        </div>
      )}
    </section>
  );
}

/** Result, why, next action and note in a line or two. */
function ResultSummary({ call }: { readonly call: CallSession }): ReactElement {
  const { t } = useTranslation(['result', 'vocabulary']);
  const { clock } = usePlatform();
  const language = useLanguage();
  const { nextAction } = call;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-3">
        {call.result !== null && <ResultMark result={call.result} />}
        {call.resultReason !== null && <span>{t(`vocabulary:resultReason.${call.resultReason}`)}</span>}
      </p>
      {nextAction !== null && nextAction.kind !== 'none' && (
        <p>
          {t('nextAction')}: {t(`vocabulary:nextAction.${nextAction.kind}`)}
          {nextAction.at !== null && ` ${formatDay(nextAction.at, clock.now(), language)}`}
        </p>
      )}
      {call.note !== '' && <p className="whitespace-pre-wrap text-text-quiet">{call.note}</p>}
    </div>
  );
}

function WrapUp({ until }: { readonly until: string }): ReactElement {
  const { t } = useTranslation('vocabulary');
  return (
    <p className="ml-auto font-medium text-accent text-xs">
      {t('presence.wrap-up')} <Remaining until={until} />
    </p>
  );
}
