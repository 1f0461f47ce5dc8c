import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReachByPhone, reachByPhoneSchema } from '../../../../backend/contract/agents.ts';
import { Choices } from '../../../ui/choices.tsx';
import { SettingRow } from '../setting-row.tsx';

interface PhoneUseProps {
  readonly reachByPhone: ReachByPhone;
  readonly onChange: (chosen: ReachByPhone) => void;
}

/** When somebody's own telephone is rung. */
export function PhoneUse({ reachByPhone, onChange }: PhoneUseProps): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <SettingRow label={t('phone.use.label')} hint={t(`phone.use.hint.${reachByPhone}`)}>
      <Choices
        label={t('phone.use.label')}
        value={reachByPhone}
        options={reachByPhoneSchema.options.map((value) => ({ value, label: t(`phone.use.${value}`) }))}
        onChange={onChange}
      />
    </SettingRow>
  );
}
