import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../backend/contract/campaigns.ts';

/** So many are named; of the others it is said how many they are. */
const most = 3;

/** The agents of a campaign in one line. */
export function useAgentNames(): (agents: Campaign['agents']) => string {
  const { t } = useTranslation('campaigns');
  return (agents) => {
    const names = agents
      .slice(0, most)
      .map(({ name }) => name)
      .join(t('namesBetween'));
    return agents.length > most ? t('agentsMore', { names, more: agents.length - most }) : names;
  };
}
