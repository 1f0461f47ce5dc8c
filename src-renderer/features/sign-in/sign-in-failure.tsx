import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure, failureCode } from '../../platform/api-failure.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Why nobody was signed in; where it is closed for a time, for how long. */
export function SignInFailure({ error }: { readonly error: Error }): ReactElement {
  const { t } = useTranslation('signIn');
  if (failureCode(error) === 'unreachable') return <Notice tone="failed">{t('unreachable')}</Notice>;
  if (error instanceof ApiFailure && error.retryAfter !== null) {
    return <Notice tone="failed">{t('locked', { count: Math.ceil(error.retryAfter / 60) })}</Notice>;
  }
  return <FailureNotice error={error} />;
}
