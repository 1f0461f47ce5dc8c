import { ArrowLeft } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { isOver } from '../../platform/call-state.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { formatDuration } from '../../platform/times.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Elapsed } from '../../ui/elapsed.tsx';
import { InboundMark } from '../../ui/inbound-mark.tsx';
import { CallMark } from './call-mark.tsx';

interface CallHeaderProps {
  readonly call: CallSession;
  readonly me: AgentId;
  /** Where the call was chosen. */
  readonly back: string;
}

/** With whom, since when, and where it stands. */
export function CallHeader({ call, me, back }: CallHeaderProps): ReactElement {
  const { t } = useTranslation('calls');
  const { customer } = call;
  const who = [customer.department, customer.person].filter((part) => part !== null).join(' ');
  return (
    <header className="flex items-start gap-3 border-line-quiet border-b px-4 py-3">
      <Link
        href={back}
        aria-label={t('backToList')}
        className={`wide:hidden ${buttonClass({ tone: 'quiet', size: 'icon' })}`}
      >
        <ArrowLeft aria-hidden className="size-4" />
      </Link>
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold text-xl" title={customer.company}>
          <InboundMark call={call} />
          <Link href={`/customers/${customer.id}`} className="hover:underline" title={t('openCustomer')}>
            {customer.company}
          </Link>
        </h2>
        <p className="flex flex-wrap gap-x-3 text-sm text-text-quiet">
          {who !== '' && (
            <span className="truncate" title={who}>
              {who}
            </span>
          )}
          <span>{formatPhoneNumber(customer.phoneNumber)}</span>
          <span className="truncate">
            {call.owner === null ? t('noOwner') : t('owner', { name: call.owner.name })}
          </span>
        </p>
      </div>
      <div className="flex flex-col items-end">
        {/* As tall as the tallest mark, so that nothing moves when it changes. */}
        <span className="flex h-5 items-center">
          <CallMark call={call} me={me} />
        </span>
        <span className="font-semibold text-xl" title={t('duration')}>
          <span className="sr-only">{t('duration')} </span>
          {isOver(call.status) ? (
            formatDuration(call.durationSeconds ?? 0)
          ) : (
            <Elapsed since={call.answeredAt ?? call.startedAt} />
          )}
        </span>
      </div>
    </header>
  );
}
