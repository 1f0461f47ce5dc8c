import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignProgress } from '../../../backend/contract/campaigns.ts';
import { PartTitle } from './part-title.tsx';

interface LeftOutProps {
  readonly reasons: CampaignProgress['skippedFor'];
}

/** Who of a campaign is not called, and why; nothing where that is nobody. */
export function LeftOut({ reasons }: LeftOutProps): ReactElement | null {
  const { t } = useTranslation('campaigns');
  if (reasons.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <PartTitle>{t('leftOut.title')}</PartTitle>
      <LeftOutReasons reasons={reasons} />
    </section>
  );
}

export function LeftOutReasons({ reasons }: LeftOutProps): ReactElement {
  const { t } = useTranslation('campaigns');
  return (
    <dl className="flex max-w-100 flex-col gap-0.5 text-sm">
      {reasons.map(({ reason, customers }) => (
        <div key={reason} className="flex justify-between gap-3">
          <dt className="text-text-quiet">{t(`leftOut.reason.${reason}`)}</dt>
          <dd className="tabular-nums">{t('customers', { number: customers })}</dd>
        </div>
      ))}
    </dl>
  );
}
