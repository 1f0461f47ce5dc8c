import { CircleCheck, CloudOff, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { usePlatform } from '../../platform/platform-context.ts';
import { useActiveCalls } from '../../platform/queries.ts';
import { formatTime } from '../../platform/times.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';

/** What is wrong around the calls, the newest first. */
export function WallAlerts(): ReactElement {
  const { t } = useTranslation('wall');
  const language = useLanguage();
  const raised = useStore(usePlatform().alerts);
  const calls = useActiveCalls().data ?? [];
  const lost = useConnectionLost();
  return (
    <section aria-label={t('alerts')} className="border-line-quiet border-t px-4 py-2">
      <h2 className="font-semibold text-base">{t('alerts')}</h2>
      {raised.length === 0 && lost && (
        <p className="flex items-center gap-1.5 text-sm text-text-quiet">
          <CloudOff aria-hidden className="size-4" />
          {t('alertsUnknown')}
        </p>
      )}
      {raised.length === 0 && !lost && (
        <p className="flex items-center gap-1.5 text-sm text-text-quiet">
          <CircleCheck aria-hidden className="size-4 text-state-human" />
          {t('noAlerts')}
        </p>
      )}
      {raised.length > 0 && (
        <ul className="max-h-32 overflow-y-auto text-sm">
          {raised.toReversed().map(({ id, kind, callId, raisedAt }) => (
            <li key={id} className="flex items-center gap-2 py-0.5">
              <TriangleAlert aria-hidden className="size-4 shrink-0 text-state-failed" />
              <span className="min-w-0 flex-1 truncate" title={t(`alert.${kind}`)}>
                {calls.find((call) => call.id === callId)?.customer.company} {t(`alert.${kind}`)}
              </span>
              <span className="text-text-quiet text-xs">{formatTime(raisedAt, language)}</span>
              {callId !== null && (
                <Link href={`/wall/${callId}`} className="text-accent text-xs hover:underline">
                  {t('openAlert')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
