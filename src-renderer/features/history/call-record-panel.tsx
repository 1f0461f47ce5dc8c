import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallRecord } from '../../../backend/contract/calls.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay, formatDuration } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { DetailHeader } from '../../ui/detail-header.tsx';
import { HandoffHistory } from './handoff-history.tsx';

interface CallRecordPanelProps {
  readonly record: CallRecord;
  readonly result: ReactNode;
  readonly transcript: ReactNode;
}

/** A finished call: when, how long, what came of it, who was asked, and what was said. */
export function CallRecordPanel({ record, result, transcript }: CallRecordPanelProps): ReactElement {
  const { t } = useTranslation('history');
  const { call, handoffs } = record;
  return (
    <section aria-label={t('record')} className="flex h-full min-w-0 flex-col">
      <DetailHeader list="/history" back={t('back')}>
        <h2 className="truncate font-semibold text-xl">
          <Link href={`/customers/${call.customer.id}`} className="hover:underline">
            {call.customer.company}
          </Link>
        </h2>
        <CallFacts call={call} />
      </DetailHeader>
      <div className="flex flex-col gap-2 border-line-quiet border-b px-4 pb-3">
        {result}
        <h3 className="mt-1 font-medium text-text-quiet text-xs">{t('handoffs')}</h3>
        <HandoffHistory handoffs={handoffs} />
      </div>
      {transcript}
    </section>
  );
}

function CallFacts({ call }: Pick<CallRecord, 'call'>): ReactElement {
  const { t } = useTranslation('history');
  const { clock } = usePlatform();
  const language = useLanguage();
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-text-quiet">
      <span>{formatDay(call.startedAt, clock.now(), language)}</span>
      <span>
        {t('duration')} {formatDuration(call.durationSeconds ?? 0)}
      </span>
      <span>{t(`mode.${call.mode}`)}</span>
      {call.owner !== null && (
        <span>
          {t('agent')} {call.owner.name}
        </span>
      )}
    </p>
  );
}
