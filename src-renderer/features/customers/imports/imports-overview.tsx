import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CustomerImport } from '../../../../backend/contract/customer-imports.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { formatDay } from '../../../platform/times.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { VirtualRows } from '../../../ui/virtual-rows.tsx';
import { ImportDrop } from './import-drop.tsx';
import { ImportStateMark } from './import-state-mark.tsx';

/** Where a file is chosen, and what has come of those before. */
export function ImportsOverview(): ReactElement {
  const { t } = useTranslation('customerImports');
  return (
    <section aria-label={t('title')} className="h-full overflow-y-auto">
      <div className="mx-auto flex h-full w-full max-w-200 flex-col gap-4 px-6 py-4">
        <header className="flex items-center gap-3">
          <Link
            href="/customers"
            aria-label={t('back')}
            title={t('back')}
            className={buttonClass({ tone: 'quiet', size: 'icon' })}
          >
            <ArrowLeft aria-hidden className="size-4" />
          </Link>
          <h1 className="font-semibold text-lg">{t('title')}</h1>
        </header>
        <ImportDrop />
        <h2 className="font-semibold text-base">{t('list')}</h2>
        <PastImports />
      </div>
    </section>
  );
}

function PastImports(): ReactElement {
  const { t } = useTranslation(['customerImports', 'shell']);
  const { api } = usePlatform();
  const imports = useQuery({
    queryKey: queryKeys.customerImports,
    queryFn: api.customerImports,
    staleTime: 0,
  });
  if (imports.isPending) return <SkeletonRows rows={4} label={t('shell:loading')} />;
  if (imports.data === undefined) {
    return (
      <FailureNotice
        error={imports.error}
        action={
          <Button size="small" onClick={() => void imports.refetch()}>
            {t('shell:retry')}
          </Button>
        }
      />
    );
  }
  if (imports.data.length === 0) return <p className="text-sm text-text-quiet">{t('empty')}</p>;
  return (
    <div className="flex min-h-60 flex-1 flex-col border-line-quiet border-t">
      <VirtualRows label={t('list')} rows={imports.data} rowHeight={37} keyOf={({ id }) => id}>
        {(one) => <PastImport one={one} />}
      </VirtualRows>
    </div>
  );
}

function PastImport({ one }: { readonly one: CustomerImport }): ReactElement {
  const { t } = useTranslation('customerImports');
  const { clock } = usePlatform();
  const language = useLanguage();
  const { created, updated } = one.counts;
  const taken = one.state === 'done' || one.state === 'stopped' || one.state === 'running';
  return (
    <Link
      href={`/customers/imports/${one.id}`}
      className="inset-ring-focus grid h-full grid-cols-[minmax(0,1fr)_8rem] items-center gap-x-3 border-line-quiet border-b px-2 py-1 text-sm hover:bg-surface-hover strip:grid-cols-[minmax(0,1fr)_8rem_10rem_7rem_6.5rem]"
    >
      <span className="truncate font-medium">{one.fileName}</span>
      <ImportStateMark state={one.state} />
      <span className="hidden truncate text-text-quiet strip:block">
        {taken && `${t('counts.created')} ${created} ・ ${t('counts.updated')} ${updated}`}
      </span>
      <span className="hidden truncate text-text-quiet strip:block">
        {one.by !== null && t('by', { name: one.by })}
      </span>
      <time dateTime={one.createdAt} className="hidden text-right text-text-quiet strip:block">
        {formatDay(one.createdAt, clock.now(), language)}
      </time>
    </Link>
  );
}
