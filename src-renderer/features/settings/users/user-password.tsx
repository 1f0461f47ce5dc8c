import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../../backend/contract/users.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useSingleMutation } from '../../../platform/use-single-mutation.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../../ui/in-place-question.tsx';
import { SkeletonText } from '../../../ui/skeleton.tsx';
import { PasswordLinkNote } from './password-link-note.tsx';
import { showUser } from './use-change-user.ts';

interface UserPasswordProps {
  readonly user: User;
  readonly isMe: boolean;
  readonly onClose: () => void;
}

/** A new link to set the password. A password that is there is asked about first: nothing brings it back. */
export function UserPassword({ user, isMe, onClose }: UserPasswordProps): ReactElement {
  const { t } = useTranslation('users');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const { mutate, data, error, isIdle } = useSingleMutation({
    mutationKey: ['reset-password', user.id],
    mutationFn: () => api.resetPassword(user.id),
    onSuccess: (invitation) => showUser(cache, invitation.user),
  });
  const asks = isIdle && user.state !== 'invited';
  useEffect(() => {
    if (isIdle && !asks) mutate();
  });

  if (asks) {
    return (
      <InPlaceQuestion
        question={isMe ? t('ownResetQuestion') : t('resetQuestion')}
        yes={isMe ? t('ownResetYes') : t('resetYes')}
        no={t('resetNo')}
        tone={isMe ? 'connect' : 'destructive'}
        onYes={() => mutate()}
        onNo={onClose}
      />
    );
  }
  if (error !== null) {
    return (
      <FailureNotice
        error={error}
        action={
          <Button size="small" onClick={onClose}>
            {t('link.close')}
          </Button>
        }
      />
    );
  }
  if (data === undefined) return <SkeletonText lines={2} label={t('loading')} />;
  return <PasswordLinkNote invitation={data} onClose={onClose} />;
}
