import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TelephonyOverview } from '../../../../backend/contract/telephony.ts';
import { formatPhoneNumber } from '../../../platform/phone-numbers.ts';
import { useTelephony } from '../../../platform/queries.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { SpendingSettings } from '../spending/spending-settings.tsx';
import { LineHealth } from './line-health.tsx';
import { useAgo } from './use-ago.ts';

/** Which line calls are made on, and how it is doing. */
export function TelephonySettings(): ReactElement {
  const { t } = useTranslation('telephony');
  const { data, isError, error, refetch, dataUpdatedAt } = useTelephony();
  if (data === undefined) {
    return (
      <SettingsSection title={t('title')}>
        {isError ? (
          <LoadFailure what="telephony" error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={6} label={t('loading')} />
        )}
      </SettingsSection>
    );
  }
  return (
    <>
      <SettingsSection title={t('title')}>
        {isError && <Stale since={dataUpdatedAt} />}
        <Line overview={data} />
      </SettingsSection>
      <SpendingSettings />
      <SettingsSection title={t('health')}>
        <LineHealth overview={data} />
      </SettingsSection>
      <SettingsSection title={t('webhooks')} lead={t('webhooksLead')}>
        <dl className={factsClass}>
          {data.webhooks.map(({ kind, lastAt }) => (
            <Fact key={kind} name={t(`webhook.${kind}`)}>
              <LastAt instant={lastAt} />
            </Fact>
          ))}
        </dl>
      </SettingsSection>
    </>
  );
}

function Stale({ since }: { readonly since: number }): ReactElement {
  const { t } = useTranslation('telephony');
  const ago = useAgo();
  return <Notice tone="failed">{t('stale', { ago: ago(new Date(since).toISOString()) })}</Notice>;
}

function Line({ overview }: { readonly overview: TelephonyOverview }): ReactElement {
  const { t } = useTranslation('telephony');
  const { carrier, callerNumber, publicUrl } = overview;
  return (
    <dl className={factsClass}>
      <Fact name={t('line')}>{t(`carrier.${carrier}`)}</Fact>
      <Fact name={t('callerNumber')}>
        <span className="tabular-nums">{formatPhoneNumber(callerNumber)}</span>
      </Fact>
      <Fact name={t('publicUrl')}>
        <span className="flex min-w-0 items-center gap-1">
          <span className="min-w-0 break-all">{publicUrl}</span>
          <CopyButton label={t('copyPublicUrl')} text={() => publicUrl} />
        </span>
        <span className="text-text-quiet text-xs">{t('publicUrlHint')}</span>
      </Fact>
    </dl>
  );
}

function LastAt({ instant }: { readonly instant: string | null }): ReactElement {
  const { t } = useTranslation('telephony');
  const ago = useAgo();
  if (instant === null) return <span className="text-text-quiet">{t('never')}</span>;
  return <span className="tabular-nums">{ago(instant)}</span>;
}

const factsClass =
  'grid grid-cols-[12rem_1fr] items-baseline gap-x-4 gap-y-2 text-sm max-strip:grid-cols-1 max-strip:gap-y-0';

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt className="text-text-quiet max-strip:pt-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
