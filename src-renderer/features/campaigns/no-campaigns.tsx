import { ListX, PhoneOutgoing } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

interface NoCampaignsProps {
  readonly isFiltered: boolean;
  readonly isAdmin: boolean;
  readonly onShowAll: () => void;
}

/** In place of the rows: how a campaign comes here, or what left them out. */
export function NoCampaigns({ isFiltered, isAdmin, onShowAll }: NoCampaignsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  if (isFiltered) {
    return (
      <EmptyState icon={ListX} title={t('noneInState')}>
        <Button onClick={onShowAll}>{t('showAll')}</Button>
      </EmptyState>
    );
  }
  if (!isAdmin) {
    return <EmptyState icon={PhoneOutgoing} title={t('emptyForAgents')} hint={t('emptyForAgentsHint')} />;
  }
  return (
    <EmptyState icon={PhoneOutgoing} title={t('empty')} hint={t('emptyHint')}>
      <Link href="/campaigns/new" className={buttonClass({ tone: 'primary', size: 'medium' })}>
        {t('add')}
      </Link>
    </EmptyState>
  );
}
