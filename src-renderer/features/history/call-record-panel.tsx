import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallRecord } from '../../../backend/contract/calls.ts';
import { agentOf } from '../../platform/call-state.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { CallDuration } from '../../ui/call-duration.tsx';
import { DetailHeader } from '../../ui/detail-header.tsx';
import { HandoffHistory } from './handoff-history.tsx';
import { addressOf } from './history-place.ts';

interface CallRecordPanelProps {
  readonly record: CallRecord;
  readonly result: ReactNode;
  readonly recording: ReactNode;
  readonly transcript: ReactNode;
  readonly why: ComponentProps<typeof HandoffHistory>['why'];
}

/** A finished call: when, how long, what came of it, who was asked, and what was said. */
export function CallRecordPanel({
  record,
  result,
  recording,
  transcript,
  why,
}: CallRecordPanelProps): ReactElement {
  const { t } = useTranslation('history');
  const { call, handoffs } = record;
  return (
    <section aria-label={t('record')} className="flex h-full min-w-0 flex-col overflow-y-auto">
      <DetailHeader list="/history" back={t('back')}>
        <h2 className="truncate font-semibold text-xl">
          <Link href={`/customers/${call.customer.id}`} className="hover:underline">
            {call.customer.company}
          </Link>
        </h2>
        <CallFacts call={call} />
      </DetailHeader>
      <div className="flex flex-col gap-2 border-line-quiet border-b px-4 pt-1 pb-3">
        <h3 className="font-medium text-text-quiet text-xs">{t('handoffs')}</h3>
        <HandoffHistory handoffs={handoffs} why={why} />
      </div>
      {recording}
      {/* In a low window the record scrolls as one, rather than show a line or two of what was said. */}
      <div className="flex min-h-72 flex-1 flex-col">{transcript}</div>
      {result}
    </section>
  );
}

function CallFacts({ call }: Pick<CallRecord, 'call'>): ReactElement {
  const { t } = useTranslation('history');
  const { clock } = usePlatform();
  const language = useLanguage();
  const agent = agentOf(call);
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-text-quiet">
      <span>{formatDay(call.startedAt, clock.now(), language)}</span>
      <span>
        {t('duration')} <CallDuration call={call} />
      </span>
      <span>{t(`mode.${call.mode}`)}</span>
      {agent !== null && (
        <span>
          {t('agent')} {agent.name}
        </span>
      )}
      <Link
        href={addressOf({ customer: call.customer.id }, call.id)}
        className="underline decoration-line underline-offset-4 hover:text-text"
      >
        {t('callsOfCustomer')}
      </Link>
    </p>
  );
}
