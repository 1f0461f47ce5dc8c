import { ArrowLeft } from 'lucide-react';
import { type ReactElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { CallMark } from '../../features/calls/call-mark.tsx';
import { QueuePanel } from '../../features/routing/queue-panel.tsx';
import { WallAgents } from '../../features/wall/wall-agents.tsx';
import { WallAlerts } from '../../features/wall/wall-alerts.tsx';
import { WallCalls } from '../../features/wall/wall-calls.tsx';
import { WallSummary } from '../../features/wall/wall-summary.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { LiveCall } from './live-call.tsx';

interface WallPageProps {
  readonly callId: string | undefined;
  readonly profile: AgentProfile;
}

/** Everything that goes on, for admins; the chosen call takes the place of the queue and the colleagues. */
export function WallPage({ callId, profile }: WallPageProps): ReactElement {
  const { t } = useTranslation('wall');
  const selected = callIdSchema.safeParse(callId).data ?? null;
  const { agentId } = profile;
  const mark = useCallback((call: CallSession) => <CallMark call={call} me={agentId} />, [agentId]);
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <h1 className="px-4 pt-3 pb-2 font-semibold text-lg">{t('title')}</h1>
      {/* In a narrower window the chosen call needs the room. */}
      <div className={selected === null ? '' : 'max-wide:hidden'}>
        <WallSummary timeZone={profile.settings.timeZone} />
      </div>
      <div
        className={`grid flex-1 wide:min-h-96 grid-cols-[minmax(28rem,11fr)_minmax(24rem,9fr)] max-wide:grid-cols-1 ${selected === null ? 'max-wide:flex-none' : 'min-h-0'}`}
      >
        <div
          className={`min-h-0 min-w-0 border-line-quiet border-r max-wide:h-[60vh] max-wide:border-r-0 max-wide:border-b ${selected === null ? '' : 'max-wide:hidden'}`}
        >
          <WallCalls selected={selected} mark={mark} />
        </div>
        {selected === null ? (
          <div className="flex min-h-0 min-w-0 flex-col max-wide:contents">
            {/* Who waits comes first where not everything is seen at once. */}
            <div className="min-h-40 flex-1 border-line-quiet max-wide:order-first max-wide:min-h-0 max-wide:border-b max-wide:has-[li]:h-64">
              <QueuePanel placeOf={(id) => `/wall/${id}`} viewer={profile.role} />
            </div>
            <div className="min-h-40 flex-1 border-line-quiet border-t max-wide:h-64 max-wide:flex-none">
              <WallAgents />
            </div>
            <WallAlerts />
          </div>
        ) : (
          <div className="flex min-h-0 min-w-0 flex-col max-wide:min-h-[32rem]">
            {/* In a narrower window the call has its own way back. */}
            <div className="border-line-quiet border-b px-4 py-1 max-wide:hidden">
              <Link href="/wall" className={buttonClass({ tone: 'quiet', size: 'small' })}>
                <ArrowLeft aria-hidden className="size-3.5" />
                {t('back')}
              </Link>
            </div>
            <div className="min-h-0 flex-1">
              <LiveCall key={selected} callId={selected} me={profile.status} back="/wall" />
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
