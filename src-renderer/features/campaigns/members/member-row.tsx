import { UserMinus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CampaignMember } from '../../../../backend/contract/campaign-members.ts';
import { formatPhoneNumber } from '../../../platform/phone-numbers.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { formatWhen } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Button } from '../../../ui/button.tsx';
import { ResultMark } from '../../../ui/result-mark.tsx';
import { MemberStateMark } from './member-state-mark.tsx';
import { useWhyWords } from './use-why-words.ts';

/** Columns give way from the right where there is no room for them. */
export const memberColumns = [
  'grid grid-cols-[minmax(0,1fr)_minmax(0,7rem)] gap-x-3 px-4',
  '@lg:grid-cols-[minmax(0,1fr)_6.5rem_minmax(0,1fr)_6rem]',
  '@3xl:grid-cols-[minmax(0,1.4fr)_7.5rem_6.5rem_minmax(0,1.2fr)_2.5rem_10rem]',
].join(' ');

interface MemberRowProps {
  readonly member: CampaignMember;
  /** Nobody of the campaign is called any more. */
  readonly isOver: boolean;
  /** Null: they stay. */
  readonly onTakeOut: (() => void) | null;
}

export function MemberRow({ member, isOver, onTakeOut }: MemberRowProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const { customer, state, attempts } = member;
  const why = useWhyWords(isOver)(member);
  return (
    <div className="@container h-full border-line-quiet border-b hover:bg-surface-hover">
      <div className={`h-full items-center text-sm ${memberColumns}`}>
        <span className="flex min-w-0 gap-2">
          <Link
            data-member
            href={`/customers/${customer.id}`}
            className="inset-ring-focus min-w-0 truncate font-medium hover:underline"
          >
            {customer.company}
          </Link>
          <span className="min-w-0 shrink-[3] truncate text-text-quiet @max-3xl:@lg:hidden">
            {customer.person}
          </span>
        </span>
        <span className="hidden truncate text-text-quiet tabular-nums @3xl:block">
          {member.phoneNumber === '' ? t('none') : formatPhoneNumber(member.phoneNumber)}
        </span>
        <MemberStateMark state={state} />
        <span className="hidden truncate text-text-quiet @lg:block" title={why}>
          {why}
        </span>
        <span className="hidden text-right text-text-quiet tabular-nums @3xl:block">
          <span aria-hidden>{t('members.attempts', { number: attempts })}</span>
          <span className="sr-only">{t('members.attemptsWords', { number: attempts })}</span>
        </span>
        <span className="hidden min-w-0 items-center justify-between @lg:flex">
          <LastCall member={member} />
          {onTakeOut !== null && state === 'pending' && (
            <Button
              tone="quiet"
              size="icon"
              aria-label={t('membership.takeOut', { company: customer.company })}
              onClick={onTakeOut}
            >
              <UserMinus aria-hidden className="size-4" />
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}

function LastCall({ member: { lastCall, customer } }: Pick<MemberRowProps, 'member'>): ReactElement | null {
  const { t } = useTranslation('campaigns');
  const { clock } = usePlatform();
  const language = useLanguage();
  if (lastCall === null) return null;
  const { callId, at, result } = lastCall;
  return (
    <Link
      href={`/${result === null ? 'calls' : 'history'}/${callId}`}
      className="inset-ring-focus flex min-w-0 items-center gap-2 hover:underline"
    >
      <span className="hidden shrink-0 whitespace-nowrap text-text-quiet text-xs @3xl:inline">
        {formatWhen(at, clock.now(), language)}
      </span>
      {result === null ? (
        <span className="truncate text-state-ai text-xs">{t('members.inProgress')}</span>
      ) : (
        <ResultMark result={result} />
      )}
      <span className="sr-only">{t('members.lastCall', { company: customer.company })}</span>
    </Link>
  );
}
