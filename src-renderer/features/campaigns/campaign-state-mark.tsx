import {
  CircleCheck,
  CirclePause,
  CircleStop,
  type LucideIcon,
  PencilLine,
  PhoneOutgoing,
  TriangleAlert,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign, CampaignState } from '../../../backend/contract/campaigns.ts';

const looks: Record<CampaignState, { icon: LucideIcon; className: string }> = {
  draft: { icon: PencilLine, className: 'text-state-done' },
  running: { icon: PhoneOutgoing, className: 'text-state-ai' },
  paused: { icon: CirclePause, className: 'text-accent' },
  stopped: { icon: CircleStop, className: 'text-state-done' },
  finished: { icon: CircleCheck, className: 'text-state-human' },
};

const pausedByItself = { icon: TriangleAlert, className: 'text-state-failed' };

interface CampaignStateMarkProps {
  readonly campaign: Pick<Campaign, 'state' | 'pausedFor'>;
}

/** Where a campaign stands, in colour, icon and word; one that has paused by itself looks like trouble. */
export function CampaignStateMark({ campaign: { state, pausedFor } }: CampaignStateMarkProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const isTrouble = pausedFor !== null && pausedFor.type !== 'by-person';
  const { icon: Icon, className } = isTrouble ? pausedByItself : looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${className}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(`state.${state}`)}
    </span>
  );
}
