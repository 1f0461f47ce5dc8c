import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { failureCode } from '../platform/api-failure.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface LoadFailureProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** In place of something that could not be loaded. */
export function LoadFailure({ error, onRetry }: LoadFailureProps): ReactElement {
  const { t } = useTranslation(['shell', 'failures']);
  return (
    <div role="alert" className="h-full">
      <EmptyState icon={CloudOff} title={t('failedToLoad')} hint={t(`failures:${failureCode(error)}`)}>
        <Button onClick={onRetry}>{t('retry')}</Button>
      </EmptyState>
    </div>
  );
}
