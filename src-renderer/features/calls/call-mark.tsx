import { BellRing, Ear, Hourglass, Pause, PhoneOutgoing } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallSession } from '../../../backend/contract/calls.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import { CallStatusMark } from '../../ui/call-status-mark.tsx';
import { handoffStanding } from './handoff-standing.ts';

interface CallMarkProps {
  readonly call: CallSession;
  readonly me: AgentId;
}

/** Where a call stands; one that needs this agent is filled, so that it looks like no other. */
export function CallMark({ call, me }: CallMarkProps): ReactElement {
  const { t } = useTranslation('calls');
  const standing = handoffStanding(call, me);
  switch (standing.type) {
    case 'offered-to-me':
      return (
        <span className={`${filled} bg-state-waiting`}>
          <BellRing aria-hidden className="size-3.5 shrink-0" />
          {t('standing.offeredToMe')}
        </span>
      );
    case 'standing-by':
      return (
        <span className={`${filled} bg-accent`}>
          <Ear aria-hidden className="size-3.5 shrink-0" />
          {t('standing.standingBy')}
        </span>
      );
    case 'offered': {
      const words = t('standing.offered', { name: standing.name });
      return (
        <span
          title={words}
          className="inline-flex min-w-0 items-center gap-1.5 font-medium text-state-waiting text-xs"
        >
          <Hourglass aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{words}</span>
        </span>
      );
    }
    case 'held':
      return (
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-state-waiting text-xs">
          <Pause aria-hidden className="size-3.5 shrink-0" />
          {t('standing.held')}
        </span>
      );
    case 'other':
      return isInDoubt(call) ? <InDoubt /> : <CallStatusMark status={call.status} />;
  }
}

function isInDoubt({ submissionUnknown, endedAt }: CallSession): boolean {
  return submissionUnknown && endedAt === null;
}

/** Nobody knows yet whether the customer's telephone rings. */
function InDoubt(): ReactElement {
  const { t } = useTranslation('calls');
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-state-waiting text-xs">
      <PhoneOutgoing aria-hidden className="size-3.5 shrink-0" />
      {t('standing.inDoubt')}
    </span>
  );
}

const filled =
  'inline-flex items-center gap-1.5 justify-self-start whitespace-nowrap rounded-sm px-1.5 py-0.5 font-medium text-on-filled text-xs';
