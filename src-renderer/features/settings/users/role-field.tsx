import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roleSchema } from '../../../../backend/contract/vocabulary.ts';
import { Choices } from '../../../ui/choices.tsx';

interface RoleFieldProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleField({ value, onChange }: RoleFieldProps): ReactElement {
  const { t } = useTranslation(['users', 'vocabulary']);
  return (
    <div className="flex flex-col items-start gap-1">
      <span aria-hidden className="font-medium text-sm">
        {t('role')}
      </span>
      <Choices
        label={t('role')}
        value={value}
        options={roleSchema.options.map((role) => ({ value: role, label: t(`vocabulary:role.${role}`) }))}
        onChange={onChange}
      />
    </div>
  );
}
