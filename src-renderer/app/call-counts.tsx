import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isOver, needsHuman } from '../platform/call-state.ts';
import { useActiveCalls } from '../platform/queries.ts';

/** How many calls are in progress, and in red how many customers wait for a human; on an icon alone, only those. */
export function CallCounts(): ReactElement | null {
  const { t } = useTranslation('shell');
  const calls = (useActiveCalls().data ?? []).filter(({ status }) => !isOver(status));
  const waiting = calls.filter(needsHuman).length;
  if (calls.length === 0) return null;
  return (
    <span className="ml-auto flex items-center gap-1.5 whitespace-nowrap text-xs max-wide:absolute max-wide:top-0 max-wide:right-0.5">
      {waiting > 0 && (
        <span className="inline-flex items-center gap-1 font-medium text-state-waiting max-wide:rounded-full max-wide:bg-state-waiting max-wide:px-1 max-wide:text-on-filled">
          <span aria-hidden className="size-2 rounded-full bg-state-waiting max-wide:hidden" />
          <span aria-hidden>{t('nav.number', { number: waiting })}</span>
          <span className="sr-only">{t('nav.waiting', { number: waiting })}</span>
        </span>
      )}
      <span className="max-wide:sr-only">
        <span aria-hidden>{t('nav.number', { number: calls.length })}</span>
        <span className="sr-only">{t('nav.inProgress', { number: calls.length })}</span>
      </span>
    </span>
  );
}
