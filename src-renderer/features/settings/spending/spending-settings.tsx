import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spending } from '../../../../backend/contract/spending.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { formatTimeZone } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SkeletonText } from '../../../ui/skeleton.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { SpendingForm } from './spending-form.tsx';

/** How much may be spent on calls a day, and how much was today. */
export function SpendingSettings(): ReactElement {
  const { t } = useTranslation('spending');
  const { api } = usePlatform();
  const { data, isError, error, refetch } = useQuery({
    queryKey: queryKeys.spending,
    queryFn: api.spending,
    staleTime: 0,
    refetchInterval: 5_000,
  });
  return (
    <SettingsSection title={t('title')} lead={t('lead')}>
      {data !== undefined && (
        <>
          <Today spending={data} />
          <SpendingForm spending={data} />
        </>
      )}
      {data === undefined && isError && (
        <LoadFailure what="telephony" error={error} onRetry={() => void refetch()} />
      )}
      {data === undefined && !isError && <SkeletonText lines={4} label={t('loading')} />}
    </SettingsSection>
  );
}

function Today({ spending: { settings, today } }: { readonly spending: Spending }): ReactElement {
  const { t } = useTranslation('spending');
  const { dailyCap: cap, pricePerMinute } = settings;
  const { spent, minutes, standing, timeZone } = today;
  const zone = formatTimeZone(timeZone, useLanguage());
  return (
    <>
      <dl className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
        <dt className="text-text-quiet">{t('today')}</dt>
        <dd className="font-semibold text-base tabular-nums">
          {pricePerMinute === 0 && t('priceUnknown')}
          {pricePerMinute > 0 && (cap === null ? t('spent', { spent }) : t('ofCap', { spent, cap }))}
        </dd>
      </dl>
      {standing === 'reached' || standing === 'near' ? (
        <Notice tone="failed">{t(`standing.${standing}`)}</Notice>
      ) : (
        <p className="text-sm">{t(`standing.${standing}`)}</p>
      )}
      <p className="text-pretty text-text-quiet text-xs">
        {t('minutes', { minutes })} {t('estimate', { zone })}
      </p>
    </>
  );
}
