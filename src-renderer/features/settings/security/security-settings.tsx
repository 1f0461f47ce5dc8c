import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { SkeletonText } from '../../../ui/skeleton.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';
import { SecondFactor } from './second-factor.tsx';

/** How one signs in oneself. */
export function SecuritySettings(): ReactElement {
  const { t } = useTranslation('security');
  return (
    <>
      <SettingsSection title={t('factor.title')} lead={t('factor.lead')}>
        <LoadedSecondFactor />
      </SettingsSection>
      <SettingsSection title={t('password.title')} lead={t('password.lead')}>
        <ChangePasswordForm />
      </SettingsSection>
    </>
  );
}

function LoadedSecondFactor(): ReactElement {
  const { t } = useTranslation('security');
  const { api } = usePlatform();
  const security = useQuery({ queryKey: queryKeys.security, queryFn: api.security });
  if (security.data !== undefined) return <SecondFactor isOn={security.data.secondFactor === 'on'} />;
  if (!security.isError) return <SkeletonText lines={2} label={t('loading')} />;
  return <LoadFailure error={security.error} onRetry={() => void security.refetch()} />;
}
