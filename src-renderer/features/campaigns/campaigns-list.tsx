import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type CampaignState, campaignStateSchema } from '../../../backend/contract/campaigns.ts';
import type { CampaignId } from '../../../backend/contract/ids.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { CampaignRows } from './campaign-rows.tsx';

interface CampaignsListProps {
  readonly selected: CampaignId | null;
  readonly isAdmin: boolean;
}

/** The campaigns that one may see, newest first; J and K go from one to the next. */
export function CampaignsList({ selected, isAdmin }: CampaignsListProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const [state, setState] = useState<CampaignState | 'all'>('all');
  return (
    <section aria-label={t('title')} className="flex h-full min-w-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-line-quiet border-b px-4 py-2">
        <h1 className="shrink-0 font-semibold text-lg">{t('title')}</h1>
        {isAdmin && (
          <Link href="/campaigns/new" className={`ml-auto ${buttonClass({ tone: 'plain', size: 'medium' })}`}>
            <Plus aria-hidden className="size-4" />
            {t('add')}
          </Link>
        )}
        <Choices
          label={t('stateFilter')}
          value={state}
          options={[
            { value: 'all', label: t('all') },
            ...campaignStateSchema.options.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
          onChange={setState}
        />
      </header>
      <CampaignRows
        state={state === 'all' ? null : state}
        selected={selected}
        isAdmin={isAdmin}
        onShowAll={() => setState('all')}
      />
    </section>
  );
}
