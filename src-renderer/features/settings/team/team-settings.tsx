import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkHours } from '../../../../backend/contract/agents.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { SkeletonText } from '../../../ui/skeleton.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { TemplatesSettings } from '../templates/templates-settings.tsx';
import { DefaultsForm } from './defaults-form.tsx';
import { RoutingForm } from './routing-form.tsx';

interface TeamSettingsProps {
  /** What holds while the team has no hours of its own. */
  readonly usualHours: WorkHours;
}

/** What admins set for everybody. */
export function TeamSettings({ usualHours }: TeamSettingsProps): ReactElement {
  const { t } = useTranslation('team');
  const { api } = usePlatform();
  const routing = useQuery({ queryKey: queryKeys.teamRouting, queryFn: api.teamRouting });
  const defaults = useQuery({ queryKey: queryKeys.teamDefaults, queryFn: api.teamDefaults });
  const failed = [routing, defaults].find(({ isError }) => isError);
  if (routing.data !== undefined && defaults.data !== undefined) {
    return (
      <>
        <SettingsSection title={t('routing.title')} lead={t('routing.lead')}>
          <RoutingForm routing={routing.data} />
        </SettingsSection>
        <DefaultsForm defaults={defaults.data} usualHours={usualHours} />
        <TemplatesSettings whose="team" />
      </>
    );
  }
  return failed === undefined ? (
    <SkeletonText lines={8} label={t('loading')} />
  ) : (
    <LoadFailure what="team" error={failed.error} onRetry={() => void failed.refetch()} />
  );
}
