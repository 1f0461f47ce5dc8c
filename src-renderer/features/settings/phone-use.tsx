import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type AgentSettings, reachByPhoneSchema } from '../../../backend/contract/agents.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { Choices } from '../../ui/choices.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { SettingRow } from './setting-row.tsx';
import { useSaveProfile } from './use-save-profile.ts';

interface PhoneUseProps {
  readonly settings: Pick<AgentSettings, 'phoneNumber' | 'reachByPhone'>;
}

/** When the agent's own telephone is rung. */
export function PhoneUse({ settings: { phoneNumber, reachByPhone } }: PhoneUseProps): ReactElement {
  const { t } = useTranslation('settings');
  const { api } = usePlatform();
  const { save, error } = useSaveProfile(api.setReachByPhone, undefined);
  return (
    <>
      <SettingRow label={t('phone.use.label')} hint={t(`phone.use.hint.${reachByPhone}`)}>
        <Choices
          label={t('phone.use.label')}
          value={reachByPhone}
          options={reachByPhoneSchema.options.map((value) => ({ value, label: t(`phone.use.${value}`) }))}
          onChange={(chosen) => save({ phoneNumber, reachByPhone: chosen })}
        />
      </SettingRow>
      {error !== null && <FailureNotice error={error} />}
    </>
  );
}
