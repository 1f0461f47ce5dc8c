import { TriangleAlert, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { type Alert, dismissAlert } from '../platform/alerts.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { Button, buttonClass } from '../ui/button.tsx';

/** What went wrong and what to do, until somebody has read it: a toast would be gone before an agent looks up. */
export function AlertBanners(): ReactElement {
  const { alerts } = usePlatform();
  const raised = useStore(alerts);
  return (
    <div role="alert">
      {raised.map((alert) => (
        <AlertBanner key={alert.id} alert={alert} onDismiss={() => dismissAlert(alerts, alert.id)} />
      ))}
    </div>
  );
}

interface AlertBannerProps {
  readonly alert: Alert;
  readonly onDismiss: () => void;
}

function AlertBanner({ alert, onDismiss }: AlertBannerProps): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <div className="flex items-center gap-3 border-state-failed border-b-2 bg-surface-sunken px-4 py-1.5 text-sm">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-state-failed" />
      <p className="min-w-0 flex-1 text-pretty">{t(`alert.${alert.kind}`)}</p>
      {alert.callId !== null && (
        <Link href={`/calls/${alert.callId}`} className={buttonClass({ tone: 'plain', size: 'small' })}>
          {t('alert.openCall')}
        </Link>
      )}
      <Button tone="quiet" size="icon" aria-label={t('dismiss')} onClick={onDismiss}>
        <X aria-hidden className="size-3.5" />
      </Button>
    </div>
  );
}
