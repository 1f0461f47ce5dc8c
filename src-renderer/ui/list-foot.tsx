import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { FailureNotice } from './failure-notice.tsx';
import { SkeletonRows } from './skeleton.tsx';

type Pages = Pick<
  UseInfiniteQueryResult,
  'error' | 'fetchNextPage' | 'hasNextPage' | 'isFetching' | 'isFetchingNextPage' | 'isFetchNextPageError'
>;

/** Below the rows that are there: that more are coming, or why they are not. */
export function ListFoot({ pages }: { readonly pages: Pages }): ReactElement | null {
  const { t } = useTranslation('shell');
  if (pages.isFetchingNextPage) return <SkeletonRows rows={3} label={t('loading')} />;
  if (!pages.isFetchNextPageError) return null;
  return (
    <div className="p-3">
      <FailureNotice
        error={pages.error}
        action={
          <Button size="small" onClick={() => void pages.fetchNextPage()}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  );
}

/** Loads what follows the last rows; after a failure only when somebody asks for it. */
export function fetchMore(pages: Pages): void {
  if (pages.hasNextPage && !pages.isFetching && !pages.isFetchNextPageError) void pages.fetchNextPage();
}
