import { TriangleAlert, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { Presence } from '../../backend/contract/vocabulary.ts';
import { type Alert, dismissAlert } from '../platform/alerts.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { useActiveCalls } from '../platform/queries.ts';
import { Button, buttonClass } from '../ui/button.tsx';

/**
 * What went wrong and what to do, until somebody has read it: a toast would be gone before an agent looks up. Moves nothing: in the empty part
 * of the navigation, and in a smaller window, which has no such part, over what can be scrolled.
 */
export function AlertBanners({ presence }: { readonly presence: Presence }): ReactElement {
  const { alerts } = usePlatform();
  const raised = useStore(alerts);
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 no-aside:pointer-events-none no-aside:fixed no-aside:top-28 no-aside:right-4 no-aside:strip:left-17 no-aside:wide:left-48 no-aside:z-10 max-strip:left-4"
    >
      {raised.map((alert) => (
        <AlertBanner
          key={alert.id}
          alert={alert}
          presence={presence}
          onDismiss={() => dismissAlert(alerts, alert.id)}
        />
      ))}
    </div>
  );
}

interface AlertBannerProps {
  readonly alert: Alert;
  /** Of the agent who reads it. */
  readonly presence: Presence;
  readonly onDismiss: () => void;
}

function AlertBanner({ alert, presence, onDismiss }: AlertBannerProps): ReactElement {
  const { t } = useTranslation('shell');
  const call = useActiveCalls().data?.find(({ id }) => id === alert.callId);
  const words = useAlertWords(alert, presence);
  return (
    <div
      data-banner
      className="pointer-events-auto flex animate-appear items-start gap-2 aside:flex-wrap rounded-md border-2 border-state-failed bg-surface-raised p-2 text-sm shadow-float"
    >
      <TriangleAlert aria-hidden className="mt-1.5 size-4 shrink-0 text-state-failed" />
      {/* Last in the narrow column, where a long one goes on below the fold: the way to the call is always seen. */}
      <p className="mt-1 min-w-0 flex-1 text-pretty aside:order-last aside:mt-0 aside:basis-full">
        {call !== undefined && <span className="mr-2 font-semibold">{call.customer.company}</span>}
        {words}
      </p>
      {alert.callId !== null && (
        <Link href={placeOf(alert)} className={buttonClass({ tone: 'plain', size: 'small' })}>
          {t('alert.openCall')}
        </Link>
      )}
      <span className="flex aside:ml-auto">
        <Button tone="quiet" size="icon" aria-label={t('dismiss')} onClick={onDismiss}>
          <X aria-hidden className="size-3.5" />
        </Button>
      </span>
    </div>
  );
}

/** A recording is sought when its call is long over. */
function placeOf({ kind, callId }: Alert): string {
  return kind === 'recording-lost' ? `/history/${callId}` : `/calls/${callId}`;
}

function useAlertWords({ kind, problem, overload }: Alert, presence: Presence): string {
  const { t } = useTranslation(['shell', 'telephony']);
  if (kind === 'line-problem') {
    return t('alert.line', { problem: t(`telephony:troubleKind.${problem ?? 'refused'}`) });
  }
  if (kind === 'overloaded') {
    const { because, putOff } = overload ?? unsaid;
    const first = t(`alert.overloaded.${because}`);
    return t('sentences', { first, second: t(`alert.putOff.${putOff}`) });
  }
  const first = t(`alert.${kind}`);
  const remedy = remedyOf(kind, presence);
  return remedy === null ? first : t('sentences', { first, second: t(`alert.${remedy}`) });
}

/** Should the server not say why. */
const unsaid = { because: 'event-loop', putOff: 'campaigns' } as const;

/** What the reader can do: who talks with a customer already can do nothing. */
function remedyOf(kind: Alert['kind'], presence: Presence): 'takeOver' | 'becomeAvailable' | null {
  if (presence === 'on-call') return null;
  if (kind === 'no-agent-for-waiting') return presence === 'available' ? null : 'becomeAvailable';
  if (kind !== 'no-agent-available') return null;
  return presence === 'available' ? 'takeOver' : 'becomeAvailable';
}
