import { ScrollText, ShieldBan } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { BlockedNumber } from '../../../backend/contract/do-not-call.ts';
import { addressQuery } from '../../platform/address-query.ts';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { LiftNumberDialog } from './lift-number-dialog.tsx';

interface BlockedRowProps {
  readonly blocked: BlockedNumber;
  readonly isAdmin: boolean;
}

/** Which number, whose it is, why, and by whom. */
export function BlockedRow({ blocked, isAdmin }: BlockedRowProps): ReactElement {
  const { t } = useTranslation('doNotCall');
  const number = formatPhoneNumber(blocked.phoneNumber);
  return (
    <div className="@container flex h-full items-center gap-3 border-line-quiet border-b px-4 text-sm hover:bg-surface-hover">
      <ShieldBan aria-hidden className="size-4 shrink-0 text-text-quiet" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-x-3">
          <span className="shrink-0 font-medium tabular-nums">{number}</span>
          <span className="truncate" title={blocked.companies.join('\n')}>
            {blocked.companies.join(', ')}
          </span>
        </p>
        <Why blocked={blocked} />
      </div>
      {blocked.callId !== null && (
        <Link
          href={`/history/${blocked.callId}`}
          aria-label={t('openCallOf', { number })}
          className={`@max-2xl:hidden ${buttonClass({ tone: 'quiet', size: 'small' })}`}
        >
          {t('openCall')}
        </Link>
      )}
      {isAdmin && <AdminActions blocked={blocked} number={number} />}
    </div>
  );
}

function Why({ blocked }: Pick<BlockedRowProps, 'blocked'>): ReactElement {
  const { t } = useTranslation('doNotCall');
  const { clock } = usePlatform();
  const language = useLanguage();
  const { since, addedBy, source, reason, note } = blocked;
  return (
    <p className="flex gap-x-3 text-text-quiet text-xs">
      <time dateTime={since} className="shrink-0">
        {formatDay(since, clock.now(), language)}
      </time>
      <span className="hidden shrink-0 @2xl:inline">
        {addedBy === null ? t('automatic') : t('by', { name: addedBy })}
      </span>
      <span className="hidden shrink-0 @lg:inline">{t(`sourceIs.${source}`)}</span>
      <span className="truncate" title={note}>
        {note === '' ? t(`reason.${reason}`) : note}
      </span>
    </p>
  );
}

interface AdminActionsProps {
  readonly blocked: BlockedNumber;
  readonly number: string;
}

function AdminActions({ blocked: { phoneNumber }, number }: AdminActionsProps): ReactElement {
  const { t } = useTranslation('doNotCall');
  const lost = useConnectionLost();
  const [lifting, setLifting] = useState(false);
  const trail = addressQuery({ subject: 'phone-number', subjectId: phoneNumber });
  return (
    <>
      <Link
        href={`/audit${trail}`}
        aria-label={t('trailOf', { number })}
        title={t('trail')}
        className={`@max-lg:hidden ${buttonClass({ tone: 'quiet', size: 'icon' })}`}
      >
        <ScrollText aria-hidden className="size-4" />
      </Link>
      <Button
        size="small"
        disabled={lost}
        aria-label={t('liftOf', { number })}
        onClick={() => setLifting(true)}
      >
        {t('lift')}
      </Button>
      {lifting && <LiftNumberDialog phoneNumber={phoneNumber} onClose={() => setLifting(false)} />}
    </>
  );
}
