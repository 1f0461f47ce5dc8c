import { ChevronDown } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '../../../../backend/contract/ids.ts';
import { useCampaigns } from '../../../platform/campaign-queries.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../../ui/menu.tsx';
import { isOver } from '../campaign-numbers.ts';
import { proposeCustomers } from '../form/proposed-campaign.ts';
import { useMembership } from './use-membership.ts';

interface CampaignMenuProps {
  readonly customerIds: readonly CustomerId[];
  /** The new campaign is to be seen. */
  readonly onPropose: () => void;
}

/** As many as one request may name. */
const most = 1_000;

/** Has those who were chosen in a list called by a new campaign, or by one that is not over. */
export function CampaignMenu({ customerIds, onPropose }: CampaignMenuProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const { drafts } = usePlatform();
  const lost = useConnectionLost();
  const list = useCampaigns(null).data?.pages.flatMap(({ campaigns }) => campaigns) ?? [];
  const goingOn = list.filter((campaign) => !isOver(campaign));
  const membership = useMembership();
  const propose = (): void => {
    proposeCustomers(drafts, customerIds);
    onPropose();
  };
  return (
    <Menu
      label={t('membership.menu')}
      trigger={
        <Button
          size="small"
          tone="quiet"
          disabled={lost || customerIds.length > most || membership.isPending}
        >
          {t('membership.menu')}
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      <MenuItem onSelect={propose}>{t('membership.new')}</MenuItem>
      {goingOn.length > 0 && <MenuLine />}
      {goingOn.length > 0 && <MenuHeading>{t('membership.add')}</MenuHeading>}
      {goingOn.map(({ id, settings }) => (
        <MenuItem key={id} onSelect={() => membership.add(id, customerIds)}>
          {settings.name}
        </MenuItem>
      ))}
    </Menu>
  );
}
