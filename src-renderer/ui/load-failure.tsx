import { CloudOff, SearchX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { failureCode } from '../platform/api-failure.ts';
import { Button, buttonClass } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface LoadFailureProps {
  readonly what?:
    | 'page'
    | 'calls'
    | 'call'
    | 'customers'
    | 'customer'
    | 'history'
    | 'record'
    | 'users'
    | 'templates'
    | 'team'
    | 'queue'
    | 'figures'
    | 'report'
    | 'reminders'
    | 'blocked'
    | 'audit'
    | 'agents'
    | 'campaigns'
    | 'campaign'
    | 'members'
    | 'words'
    | 'telephony';
  readonly error: unknown;
  /** Where others of its kind are, for something that is gone. */
  readonly list?: '/calls' | '/wall' | '/customers' | '/customers/imports' | '/campaigns' | '/history';
  readonly onRetry: () => void;
}

/** In place of something that could not be loaded: what it is, why, and that the calls go on all the same. */
export function LoadFailure({ what = 'page', error, list, onRetry }: LoadFailureProps): ReactElement {
  const { t } = useTranslation(['shell', 'failures']);
  const code = failureCode(error);
  if (code === 'not-found' && list !== undefined) return <Gone list={list} />;
  const why = t(`failures:${code}`);
  return (
    <div role="alert" className="h-full">
      <EmptyState
        icon={CloudOff}
        title={t(`failedToLoad.${what}`)}
        hint={
          code === 'unreachable' ? why : t('sentences', { first: why, second: t('failedToLoad.callsGoOn') })
        }
      >
        <Button onClick={onRetry}>{t('retry')}</Button>
      </EmptyState>
    </div>
  );
}

/** Loading it again would not bring it back. */
function Gone({ list }: Required<Pick<LoadFailureProps, 'list'>>): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <div role="alert" className="h-full">
      <EmptyState icon={SearchX} title={t('gone.title')} hint={t('gone.hint')}>
        <Link href={list} className={buttonClass({ tone: 'plain', size: 'medium' })}>
          {t('gone.toList')}
        </Link>
      </EmptyState>
    </div>
  );
}
