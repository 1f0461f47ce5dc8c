import { type ComponentProps, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AgentStatus } from '../../../backend/contract/agents.ts';
import { type CallId, callIdSchema } from '../../../backend/contract/ids.ts';
import { activeCallColumns } from '../../features/calls/active-call-row.tsx';
import { ActiveCallsList } from '../../features/calls/active-calls-list.tsx';
import { useActiveCalls, useCallGone } from '../../platform/queries.ts';
import { LoadFailure } from '../../ui/load-failure.tsx';
import { SkeletonCall, SkeletonRows } from '../../ui/skeleton.tsx';
import { liveCall } from '../later-pages.ts';
import { TwoPanes } from '../two-panes.tsx';
import { usePage } from '../use-page.ts';
import { useUnconfirmedCall } from '../use-unconfirmed-call.ts';

interface CallsPageProps {
  readonly callId: string | undefined;
  readonly me: AgentStatus;
}

/** The calls in progress, and the chosen one; without a choice, the one the agent is in or has still to confirm. */
export function CallsPage({ callId, me }: CallsPageProps): ReactElement {
  const chosen = callIdSchema.safeParse(callId).data ?? null;
  const unconfirmed = useUnconfirmedCall(me.agentId);
  const own = useLast(me.activeCallId ?? unconfirmed?.id ?? null);
  const shown = chosen ?? own;
  const gone = useCallGone(shown);
  const { t } = useTranslation('shell');
  return (
    <TwoPanes
      detailShown={chosen !== null ? 'open' : shown !== null ? 'in-strip' : 'none'}
      list={<Calls me={me} selected={gone ? null : shown} />}
      detail={
        shown !== null && (
          <Suspense fallback={<SkeletonCall label={t('loading')} />}>
            <LiveCall key={shown} callId={shown} me={me} back="/calls" />
          </Suspense>
        )
      }
    />
  );
}

type LiveCallProps = ComponentProps<Awaited<ReturnType<typeof liveCall.load>>['LiveCall']>;

function LiveCall(props: LiveCallProps): ReactElement {
  const loaded = usePage(liveCall);
  return <loaded.LiveCall {...props} />;
}

/** The call that was the agent's own last stays, with what was confirmed of it. */
function useLast(own: CallId | null): CallId | null {
  const [last, setLast] = useState(own);
  if (own !== null && own !== last) setLast(own);
  return own ?? last;
}

interface CallsProps {
  readonly me: AgentStatus;
  readonly selected: AgentStatus['activeCallId'];
}

function Calls({ me, selected }: CallsProps): ReactElement {
  const [, navigate] = useLocation();
  const { t } = useTranslation('shell');
  const calls = useActiveCalls();
  if (calls.data === undefined) {
    return (
      <NoList>
        {calls.isPending ? (
          <>
            <NoFilters />
            <SkeletonRows rows={8} label={t('loading')} columns={activeCallColumns} />
          </>
        ) : (
          <LoadFailure what="calls" error={calls.error} onRetry={() => void calls.refetch()} />
        )}
      </NoList>
    );
  }
  return (
    <ActiveCallsList
      calls={calls.data}
      me={me.agentId}
      selected={selected}
      onSelect={(callId) => navigate(`/calls/${callId}`)}
    />
  );
}

/** Begins as the list does, so that nothing moves when it comes. */
function NoList({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation('calls');
  return (
    <section aria-label={t('title')} className="@container flex h-full flex-col">
      <h1 className="px-4 pt-3 pb-1 font-semibold text-lg">{t('title')}</h1>
      {children}
    </section>
  );
}

function NoFilters(): ReactElement {
  return (
    <div className="flex h-[49px] shrink-0 items-center gap-2 border-line-quiet border-b px-4">
      {['w-28', 'w-28', 'flex-1'].map((shape, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: filters without identity, which never change places
        <span key={place} className={`h-8 animate-breathe rounded-sm bg-surface-hover ${shape}`} />
      ))}
    </div>
  );
}
