import { Check, CircleSlash, CircleX, Hourglass, type LucideIcon, PhoneOutgoing } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignMemberState } from '../../../../backend/contract/campaigns.ts';

const looks: Record<CampaignMemberState, { icon: LucideIcon; className: string }> = {
  pending: { icon: Hourglass, className: 'text-text-quiet' },
  dialling: { icon: PhoneOutgoing, className: 'text-state-ai' },
  done: { icon: Check, className: 'text-state-human' },
  failed: { icon: CircleX, className: 'text-state-done' },
  skipped: { icon: CircleSlash, className: 'text-state-done' },
};

/** Where a customer of a campaign stands, in colour, icon and word. */
export function MemberStateMark({ state }: { readonly state: CampaignMemberState }): ReactElement {
  const { t } = useTranslation('campaigns');
  const { icon: Icon, className } = looks[state];
  return (
    <span className={`inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-xs ${className}`}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {t(`members.state.${state}`)}
    </span>
  );
}
