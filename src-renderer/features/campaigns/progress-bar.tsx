import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignProgress } from '../../../backend/contract/campaigns.ts';
import { callableOf, overOf } from './campaign-numbers.ts';

/** The parts of the bar, in their order; who is yet to be called is what is left of it. */
export const progressParts = [
  { name: 'done', className: 'bg-state-human' },
  { name: 'failed', className: 'bg-state-done' },
  { name: 'dialling', className: 'bg-state-ai' },
] as const;

interface ProgressBarProps {
  readonly progress: CampaignProgress;
  readonly thick?: boolean;
}

/** How far a campaign is; whoever hears it is told the numbers. */
export function ProgressBar({ progress, thick = false }: ProgressBarProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const callable = callableOf(progress);
  const words = t('progress.words', { ...progress, callable, over: overOf(progress) });
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={`flex w-full min-w-0 gap-px overflow-hidden rounded-full bg-surface-hover inset-ring inset-ring-line-quiet ${thick ? 'h-3' : 'h-2'}`}
    >
      {progressParts.map(({ name, className }) => (
        <span
          key={name}
          className={className}
          style={{ width: `${(progress[name] / Math.max(1, callable)) * 100}%` }}
        />
      ))}
    </span>
  );
}
