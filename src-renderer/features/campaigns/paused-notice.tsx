import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePausedWords } from './use-paused-words.ts';

interface PausedNoticeProps {
  readonly campaign: Campaign;
  readonly isAdmin: boolean;
}

/** Why nobody is called, and what to do about it; nothing while that is as it should be. */
export function PausedNotice({ campaign, isAdmin }: PausedNoticeProps): ReactElement | null {
  const { t } = useTranslation('campaigns');
  const words = usePausedWords(isAdmin)(campaign);
  if (words === null) return null;
  if (words.todo === null) return <Notice tone="info">{words.why}</Notice>;
  const isLine = campaign.pausedFor?.type === 'circuit-open';
  return (
    <div
      role="alert"
      className="flex items-start gap-2 rounded-sm border border-state-failed bg-surface-sunken px-3 py-2 text-sm"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-state-failed" />
      <div className="flex min-w-0 flex-col items-start gap-1.5">
        <p className="text-pretty font-medium">{words.why}</p>
        <p className="text-pretty">{words.todo}</p>
        {isLine && isAdmin && (
          <Link href="/settings/telephony" className={buttonClass({ tone: 'plain', size: 'small' })}>
            {t('paused.openLine')}
          </Link>
        )}
      </div>
    </div>
  );
}
