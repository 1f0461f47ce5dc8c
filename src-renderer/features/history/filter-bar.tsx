import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { callResultSchema, callStatusSchema } from '../../../backend/contract/vocabulary.ts';
import { daysOf } from '../../platform/calendar-periods.ts';
import { useCampaigns } from '../../platform/campaign-queries.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useAgents, useCustomer, useSession } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { MenuHeading } from '../../ui/menu.tsx';
import { PeriodMenu } from '../../ui/period-menu.tsx';
import { type HistoryPlace, isNarrowed, lengths, periodOfPlace, withPeriod } from './history-place.ts';
import { readersZone } from './use-history-place.ts';

interface FilterBarProps {
  readonly place: HistoryPlace;
  readonly onChange: (place: HistoryPlace) => void;
}

/** What the calls are narrowed down to, each on a button that says what is chosen. */
export function FilterBar({ place, onChange }: FilterBarProps): ReactElement {
  const { t } = useTranslation(['history', 'filters', 'vocabulary']);
  const { clock } = usePlatform();
  const change = (changes: HistoryPlace): void => onChange({ ...place, ...changes });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" aria-label={t('filter.label')} className="contents">
      <PeriodMenu
        period={periodOfPlace(place)}
        days={daysOf('week', readersZone(), clock.now())}
        onChange={(period) => onChange(withPeriod(place, period))}
      />
      <FilterMenu
        label={t('filter.result')}
        value={place.result}
        options={callResultSchema.options.map((value) => ({ value, label: t(`vocabulary:result.${value}`) }))}
        onChange={(result) => change({ result })}
      />
      <AgentFilter place={place} onChange={change} />
      <FilterMenu
        label={t('filter.handedOver')}
        value={place.handedOver}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`filter.handedOverIs.${value}`),
        }))}
        onChange={(handedOver) => change({ handedOver })}
      />
      <FilterMenu
        label={t('filter.length')}
        value={place.length}
        options={lengths.map((value) => ({ value, label: t(`filter.lengthIs.${value}`) }))}
        onChange={(length) => change({ length })}
      />
      <CampaignFilter place={place} onChange={change} />
      <FilterMenu
        label={t('filter.status')}
        value={place.status}
        options={callStatusSchema.options.map((value) => ({
          value,
          label: t(`vocabulary:callStatus.${value}`),
        }))}
        onChange={(status) => change({ status })}
      />
      {place.customer !== undefined && <CustomerFilter customerId={place.customer} onChange={change} />}
      {isNarrowed(place) && (
        <Button
          size="small"
          tone="quiet"
          onClick={() => onChange({ search: place.search, phrase: place.phrase })}
        >
          {t('filters:clear')}
        </Button>
      )}
    </div>
  );
}

/** An admin looks for anybody's calls, an agent for their own. */
function AgentFilter({ place, onChange }: FilterBarProps): ReactElement {
  const { t } = useTranslation('history');
  const user = useSession().data?.user;
  const agents = (useAgents().data ?? []).filter(
    ({ agentId }) => user?.role === 'admin' || agentId === user?.id,
  );
  return (
    <FilterMenu
      label={t('filter.agent')}
      value={place.agent}
      options={agents.map(({ agentId, name }) => ({ value: agentId, label: name }))}
      onChange={(agent) => onChange({ agent })}
    />
  );
}

function CampaignFilter({ place, onChange }: FilterBarProps): ReactElement {
  const { t } = useTranslation('history');
  const campaigns = useCampaigns(null).data?.pages.flatMap((page) => page.campaigns) ?? [];
  return (
    <FilterMenu
      label={t('filter.campaign')}
      value={place.campaign}
      options={campaigns.map(({ id, settings }) => ({ value: id, label: settings.name }))}
      onChange={(campaign) => onChange({ campaign })}
      none={<MenuHeading>{t('filter.noCampaigns')}</MenuHeading>}
    />
  );
}

interface CustomerFilterProps {
  readonly customerId: NonNullable<HistoryPlace['customer']>;
  readonly onChange: FilterBarProps['onChange'];
}

/** Chosen elsewhere: there are too many for a menu. */
function CustomerFilter({ customerId, onChange }: CustomerFilterProps): ReactElement {
  const { t } = useTranslation('history');
  const company = useCustomer(customerId).data?.company ?? '…';
  return (
    <Button
      size="small"
      title={t('filter.everyCustomer')}
      aria-label={`${t('filter.customer', { company })} ${t('filter.everyCustomer')}`}
      onClick={() => onChange({ customer: undefined })}
    >
      <span className="max-w-48 truncate">{t('filter.customer', { company })}</span>
      <X aria-hidden className="size-3.5" />
    </Button>
  );
}
