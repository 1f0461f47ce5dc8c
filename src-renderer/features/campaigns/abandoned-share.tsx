import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignPulse } from '../../../backend/contract/campaigns.ts';
import { abandonedLimit, abandonedShareOf } from './campaign-numbers.ts';

/** The scale ends at twice what is allowed. */
const scale = abandonedLimit * 2;

/** How many of those who wanted a human found none, against what is allowed. */
export function AbandonedShare({ pulse }: { readonly pulse: CampaignPulse }): ReactElement {
  const { t } = useTranslation('campaigns');
  const share = abandonedShareOf(pulse);
  if (share === null) return <p className="text-sm text-text-quiet">{t('abandoned.nobody')}</p>;
  const { wantedHuman: wanted, abandoned } = pulse;
  const isTooMuch = share >= abandonedLimit;
  const Icon = isTooMuch ? TriangleAlert : CircleCheck;
  const colour = isTooMuch ? 'text-state-failed' : 'text-state-human';
  return (
    <div title={t('abandoned.meaning')} className="flex max-w-120 flex-col gap-1 text-sm">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="text-text-quiet">{t('abandoned.title')}</span>
        <span className="font-medium tabular-nums">{t('abandoned.words', { wanted, abandoned, share })}</span>
      </p>
      <span
        aria-hidden
        className="relative h-2 rounded-full bg-surface-hover inset-ring inset-ring-line-quiet"
      >
        <span
          className={`absolute inset-y-0 left-0 rounded-full ${isTooMuch ? 'bg-state-failed' : 'bg-state-human'}`}
          style={{ width: `${Math.min(100, (share / scale) * 100)}%` }}
        />
        <span className="absolute -inset-y-1 left-1/2 w-0.5 bg-text" />
      </span>
      <p aria-hidden className="-mt-0.5 text-center text-text-quiet text-xs">
        {t('abandoned.line')}
      </p>
      <p className={`flex items-center gap-1.5 ${colour}`}>
        <Icon aria-hidden className="size-4 shrink-0" />
        {t(isTooMuch ? 'abandoned.over' : 'abandoned.under')}
      </p>
    </div>
  );
}
