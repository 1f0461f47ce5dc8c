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

/** What went wrong and what to do, until somebody has read it: a toast would be gone before an agent looks up. */
export function AlertBanners({ presence }: { readonly presence: Presence }): ReactElement {
  const { alerts } = usePlatform();
  const raised = useStore(alerts);
  return (
    <div role="alert">
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
    <div className="flex items-center gap-3 border-state-failed border-b-2 bg-surface-sunken px-4 py-1.5 text-sm">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-state-failed" />
      <p className="min-w-0 flex-1 text-pretty">
        {call !== undefined && <span className="mr-2 font-semibold">{call.customer.company}</span>}
        {words}
      </p>
      {alert.callId !== null && (
        <Link href={placeOf(alert)} className={buttonClass({ tone: 'plain', size: 'small' })}>
          {t('alert.openCall')}
        </Link>
      )}
      <Button tone="quiet" size="icon" aria-label={t('dismiss')} onClick={onDismiss}>
        <X aria-hidden className="size-3.5" />
      </Button>
    </div>
  );
}

/** A recording is sought when its call is long over. */
function placeOf({ kind, callId }: Alert): string {
  return kind === 'recording-lost' ? `/history/${callId}` : `/calls/${callId}`;
}

function useAlertWords({ kind, problem }: Alert, presence: Presence): string {
  const { t } = useTranslation(['shell', 'telephony']);
  if (kind === 'line-problem') {
    return t('alert.line', { problem: t(`telephony:troubleKind.${problem ?? 'refused'}`) });
  }
  const first = t(`alert.${kind}`);
  const remedy = remedyOf(kind, presence);
  return remedy === null ? first : t('sentences', { first, second: t(`alert.${remedy}`) });
}

/** What the reader can do: who talks with a customer already can do nothing. */
function remedyOf(kind: Alert['kind'], presence: Presence): 'takeOver' | 'becomeAvailable' | null {
  if (kind !== 'no-agent-available' || presence === 'on-call') return null;
  return presence === 'available' ? 'takeOver' : 'becomeAvailable';
}
