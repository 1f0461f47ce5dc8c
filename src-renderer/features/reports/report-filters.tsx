import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { daysOf } from '../../platform/calendar-periods.ts';
import { useCampaigns } from '../../platform/campaign-queries.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useAgents } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { MenuHeading } from '../../ui/menu.tsx';
import { PeriodMenu } from '../../ui/period-menu.tsx';
import type { ReportPlace } from './report-place.ts';

interface ReportFiltersProps {
  readonly place: ReportPlace;
  readonly role: Role;
  readonly timeZone: string;
  readonly onChange: (place: ReportPlace) => void;
}

/** Of which days, whose, and of which campaign; agents are reported on their own calls alone. */
export function ReportFilters({ place, role, timeZone, onChange }: ReportFiltersProps): ReactElement {
  const { t } = useTranslation(['reports', 'filters']);
  const { clock } = usePlatform();
  const agents = useAgents().data ?? [];
  const campaigns = useCampaigns(null).data?.pages.flatMap((page) => page.campaigns) ?? [];
  const narrowed = place.agent !== undefined || place.campaign !== undefined;
  return (
    <div data-screen-only className="-ml-2 flex flex-wrap items-center gap-1">
      <PeriodMenu
        always
        period={place.period}
        days={daysOf('last-30-days', timeZone, clock.now())}
        onChange={(period) => period !== null && onChange({ ...place, period })}
      />
      {role === 'admin' && (
        <FilterMenu
          label={t('agent')}
          value={place.agent}
          options={agents.map(({ agentId, name }) => ({ value: agentId, label: name }))}
          onChange={(agent) => onChange({ ...place, agent })}
        />
      )}
      <FilterMenu
        label={t('campaign')}
        value={place.campaign}
        options={campaigns.map(({ id, settings }) => ({ value: id, label: settings.name }))}
        onChange={(campaign) => onChange({ ...place, campaign })}
        none={<MenuHeading>{t('noCampaigns')}</MenuHeading>}
      />
      {narrowed && (
        <Button
          size="small"
          tone="quiet"
          onClick={() => onChange({ ...place, agent: undefined, campaign: undefined })}
        >
          {t('filters:clear')}
        </Button>
      )}
    </div>
  );
}
