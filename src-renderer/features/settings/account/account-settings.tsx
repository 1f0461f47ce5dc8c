import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentProfile } from '../../../../backend/contract/agents.ts';
import { applyProfile } from '../../../platform/apply-event.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { formatTimeZone } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Lockable } from '../lockable.tsx';
import { PhoneForm } from '../phone/phone-form.tsx';
import { PhoneVerification } from '../phone/phone-verification.tsx';
import { workingHoursInWords } from '../schedule/working-hours.ts';
import { SettingsSection } from '../settings-section.tsx';

/** Who is signed in, and where they can be reached besides here. */
export function AccountSettings({ profile }: { readonly profile: AgentProfile }): ReactElement {
  const { t } = useTranslation(['settings', 'vocabulary']);
  const language = useLanguage();
  const { api } = usePlatform();
  const cache = useQueryClient();
  const { phoneNumber, phoneVerified } = profile.settings;
  const hours = workingHoursInWords(profile.settings.workingHours, language);
  return (
    <>
      <SettingsSection title={t('profile.title')}>
        <dl className="grid grid-cols-[8rem_1fr] gap-y-1 text-sm [&_dt]:text-text-quiet">
          <dt>{t('profile.name')}</dt>
          <dd>{profile.name}</dd>
          <dt>{t('profile.email')}</dt>
          <dd>{profile.email}</dd>
          <dt>{t('profile.role')}</dt>
          <dd>{t(`vocabulary:role.${profile.role}`)}</dd>
          <dt>{t('profile.workingHours')}</dt>
          <dd>
            {hours.length === 0 ? t('profile.noHours') : hours.join(' / ')}
            <span className="text-text-quiet"> {formatTimeZone(profile.settings.timeZone, language)}</span>
            <span className="block text-text-quiet">{t(`profile.atWork.${profile.atWork}`)}</span>
          </dd>
        </dl>
      </SettingsSection>
      <SettingsSection title={t('phone.title')} lead={t('phone.lead')}>
        <Lockable locked={profile.locked.includes('phone')}>
          <PhoneForm
            whose={null}
            profile={profile}
            read={api.profile}
            onSaved={(fresh) => applyProfile(cache, fresh)}
          />
        </Lockable>
        {phoneNumber !== null && (
          <PhoneVerification key={phoneNumber} phoneNumber={phoneNumber} verified={phoneVerified} />
        )}
      </SettingsSection>
    </>
  );
}
