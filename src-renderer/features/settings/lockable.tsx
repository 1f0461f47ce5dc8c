import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';
import { LockedContext } from './locked-context.ts';

interface LockableProps {
  readonly locked: boolean;
  readonly children: ReactNode;
}

/** What admins may keep to themselves: still to be read then, but not to be changed. */
export function Lockable({ locked, children }: LockableProps): ReactElement {
  const { t } = useTranslation('settings');
  return (
    <>
      {locked && <Notice tone="info">{t('locked')}</Notice>}
      <fieldset disabled={locked} className="contents">
        <LockedContext value={locked}>{children}</LockedContext>
      </fieldset>
    </>
  );
}
