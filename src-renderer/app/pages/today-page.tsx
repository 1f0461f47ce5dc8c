import { type ReactElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AgentProfile } from '../../../backend/contract/agents.ts';
import type { CallSession } from '../../../backend/contract/calls.ts';
import { CallMark } from '../../features/calls/call-mark.tsx';
import { periodOf } from '../../features/figures/figures-period.ts';
import { MyFigures } from '../../features/figures/my-figures.tsx';
import { QueuePanel } from '../../features/routing/queue-panel.tsx';
import { MyCalls } from '../../features/today/my-calls.tsx';
import { MyOffers } from '../../features/today/my-offers.tsx';
import { MyReminders } from '../../features/today/my-reminders.tsx';
import { TodaySection } from '../../features/today/today-section.tsx';
import { daysOf } from '../../platform/calendar-periods.ts';
import { usePlatform } from '../../platform/platform-context.ts';

/** An agent's own day: calls, offers, who waits, whom to call again, and the figures so far. */
export function TodayPage({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const { t } = useTranslation('today');
  const { clock } = usePlatform();
  const { agentId, status, settings } = profile;
  const days = daysOf('today', settings.timeZone, clock.now());
  const mark = useCallback((call: CallSession) => <CallMark call={call} me={agentId} />, [agentId]);
  return (
    <div className="flex h-full min-h-0 flex-col overflow-y-auto">
      <h1 className="border-line-quiet border-b px-4 py-3 font-semibold text-lg">{t('title')}</h1>
      <div className="grid flex-1 grid-cols-2 grid-rows-[1fr_1fr_auto] wide:min-h-128 max-wide:grid-cols-1 max-wide:grid-rows-none">
        <MyCalls me={agentId} mark={mark} />
        <MyOffers me={status} />
        <MyReminders endOfDay={periodOf(days, settings.timeZone).to} />
        {/* Who waits comes first where not everything is seen at once. */}
        <div className="min-h-0 min-w-0 border-line-quiet border-b max-wide:order-first max-wide:has-[li]:h-56">
          <QueuePanel placeOf={(callId) => `/calls/${callId}`} viewer={profile.role} />
        </div>
        <div className="wide:col-span-2">
          <TodaySection
            title={t('figures')}
            aside={
              <Link href="/figures" className="text-accent text-xs hover:underline">
                {t('allFigures')}
              </Link>
            }
          >
            <MyFigures me={agentId} days={days} timeZone={settings.timeZone} />
          </TodaySection>
        </div>
      </div>
    </div>
  );
}
