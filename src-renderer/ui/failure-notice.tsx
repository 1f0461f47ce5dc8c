import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureCode } from '../platform/api-failure.ts';
import { Notice } from './notice.tsx';

interface FailureNoticeProps {
  readonly error: unknown;
  readonly action?: ReactNode;
}

/** Says what went wrong, what it means for the customer on the line, and what to do. */
export function FailureNotice({ error, action }: FailureNoticeProps): ReactElement {
  const { t } = useTranslation('failures');
  return (
    <Notice tone="failed" action={action}>
      {t(failureCode(error))}
    </Notice>
  );
}
