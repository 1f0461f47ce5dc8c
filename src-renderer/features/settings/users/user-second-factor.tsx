import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../backend/contract/users.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../../ui/in-place-question.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { showUser } from './use-change-user.ts';

interface UserSecondFactorProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** For who has lost the app and the backup codes; whoever only says so would get in with the password alone. */
export function UserSecondFactor({ user, onClose }: UserSecondFactorProps): ReactElement {
  const { t } = useTranslation('users');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const { mutate, error, isSuccess } = useSingleMutation({
    mutationKey: ['reset-second-factor', user.id],
    mutationFn: () => api.resetSecondFactor(user.id),
    onSuccess: (changed) => showUser(cache, changed),
  });
  const close = (
    <Button size="small" onClick={onClose}>
      {t('link.close')}
    </Button>
  );
  if (error !== null) return <FailureNotice error={error} action={close} />;
  if (isSuccess) {
    return (
      <Notice tone="done" action={close}>
        {t('factorReset')}
      </Notice>
    );
  }
  return (
    <InPlaceQuestion
      question={t('factorQuestion')}
      yes={t('factorYes')}
      no={t('resetNo')}
      tone="destructive"
      onYes={() => mutate()}
      onNo={onClose}
    />
  );
}
