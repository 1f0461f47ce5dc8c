import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CampaignId } from '../../../backend/contract/ids.ts';

const campaignParts = ['overview', 'customers', 'settings'] as const;
export type CampaignPart = (typeof campaignParts)[number];

/** The part that an address names; the first one for none, or one that there is not. */
export function campaignPartOf(named: string | undefined): CampaignPart {
  return campaignParts.find((part) => part === named) ?? 'overview';
}

interface CampaignPartsProps {
  readonly campaignId: CampaignId;
  readonly shown: CampaignPart;
}

/** The way from one part of a campaign's page to the others; each has an address. */
export function CampaignParts({ campaignId, shown }: CampaignPartsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  return (
    <nav aria-label={t('part.label')} className="flex gap-1 border-line-quiet border-b px-3">
      {campaignParts.map((part) => (
        <Link
          key={part}
          href={part === 'overview' ? `/campaigns/${campaignId}` : `/campaigns/${campaignId}/${part}`}
          aria-current={part === shown ? 'page' : undefined}
          className="inset-ring-focus border-transparent border-b-2 px-2 py-1.5 text-sm text-text-quiet hover:text-text aria-[current]:border-accent aria-[current]:font-medium aria-[current]:text-text"
        >
          {t(`part.${part}`)}
        </Link>
      ))}
    </nav>
  );
}
