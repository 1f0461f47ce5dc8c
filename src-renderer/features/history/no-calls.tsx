import { History, SearchX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { WantedHistory } from '../../platform/history-api.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

interface NoCallsProps {
  readonly wanted: WantedHistory;
  readonly onClear: () => void;
}

/** In place of calls: why there are none, and what brings some. */
export function NoCalls({ wanted, onClear }: NoCallsProps): ReactElement {
  const { t } = useTranslation(['history', 'filters']);
  const { search = '', phrase = '', ...chosen } = wanted;
  const narrowed = Object.values(chosen).some((value) => value !== undefined);
  if (narrowed || (search !== '' && phrase !== '')) {
    return (
      <EmptyState icon={SearchX} title={t('noneLeft')} hint={t('noneLeftHint')}>
        <Button onClick={onClear}>{t('filters:clear')}</Button>
      </EmptyState>
    );
  }
  if (search !== '' || phrase !== '') {
    const title = search === '' ? t('notSaid', { phrase }) : t('noMatch', { search });
    return (
      <EmptyState icon={SearchX} title={title}>
        <Button onClick={onClear}>{t('clearSearch')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={History} title={t('empty')} hint={t('emptyHint')}>
      <Link href="/customers" className={buttonClass({ tone: 'plain', size: 'medium' })}>
        {t('emptyAction')}
      </Link>
    </EmptyState>
  );
}
