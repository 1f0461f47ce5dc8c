import { ArrowLeft } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CustomerImport } from '../../../../backend/contract/customer-imports.ts';
import type { ImportId } from '../../../../backend/contract/ids.ts';
import { buttonClass } from '../../../ui/button.tsx';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SkeletonText } from '../../../ui/skeleton.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportMapping } from './import-mapping.tsx';
import { ImportRows } from './import-rows.tsx';
import { ImportStateMark } from './import-state-mark.tsx';
import { isWorking, useImport } from './use-import.ts';
import { useImportSteps } from './use-import-steps.ts';

/** One import: its columns, what it would do, how it is doing, and what came of it. */
export function ImportDetail({ importId }: { readonly importId: ImportId }): ReactElement {
  const { t } = useTranslation(['shell', 'customerImports']);
  const query = useImport(importId);
  if (query.isPending) return <SkeletonText lines={8} label={t('loading')} />;
  if (query.data === undefined) {
    return (
      <div className="flex h-full min-w-0 flex-col">
        <header className="flex items-center gap-3 border-line-quiet border-b px-4 py-2.5">
          <BackToImports />
          <h1 className="truncate font-semibold text-lg">{t('customerImports:title')}</h1>
        </header>
        <LoadFailure list="/customers/imports" error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  }
  return <LoadedImport one={query.data} />;
}

function BackToImports(): ReactElement {
  const { t } = useTranslation('customerImports');
  return (
    <Link
      href="/customers/imports"
      aria-label={t('toImports')}
      title={t('toImports')}
      className={buttonClass({ tone: 'quiet', size: 'icon' })}
    >
      <ArrowLeft aria-hidden className="size-4" />
    </Link>
  );
}

function LoadedImport({ one }: { readonly one: CustomerImport }): ReactElement {
  return (
    <section aria-label={one.fileName} className="flex h-full min-w-0 flex-col">
      <header className="flex items-start gap-3 border-line-quiet border-b px-4 py-2.5">
        <BackToImports />
        <div className="min-w-0 flex-1">
          <h1 className="truncate font-semibold text-lg">{one.fileName}</h1>
          <p className="text-text-quiet text-xs">
            <FileWords one={one} />
          </p>
        </div>
        <span role="status" className="mt-1">
          <ImportStateMark state={one.state} />
        </span>
      </header>
      <Phase one={one} />
    </section>
  );
}

function Phase({ one }: { readonly one: CustomerImport }): ReactNode {
  const steps = useImportSteps(one);
  const [revising, setRevising] = useState(false);
  const { analysis } = one;
  if (one.state === 'unreadable') return <Unreadable one={one} />;
  if (analysis !== null && (one.state === 'uploaded' || (one.state === 'checked' && revising))) {
    return (
      <ImportMapping
        analysis={analysis}
        settings={one.settings}
        busy={steps.isPending}
        onCheck={(settings) => {
          setRevising(false);
          steps.check(settings);
        }}
      />
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-3 px-4 py-3">
        {one.failure !== null && !isWorking(one.state) && (
          <Notice tone="failed">
            <WhyNot failure={one.failure} />
          </Notice>
        )}
        <ImportCounts one={one} />
        <ImportActions one={one} steps={steps} onRevise={() => setRevising(true)} />
      </div>
      {!isWorking(one.state) && <ImportRows one={one} />}
    </div>
  );
}

function Unreadable({ one: { failure } }: { readonly one: CustomerImport }): ReactElement {
  const { t } = useTranslation('customerImports');
  return (
    <div className="p-4">
      <Notice
        tone="failed"
        action={
          <Link href="/customers/imports" className={buttonClass({ tone: 'plain', size: 'small' })}>
            {t('again')}
          </Link>
        }
      >
        <WhyNot failure={failure} />
      </Notice>
    </div>
  );
}

function FileWords({ one: { analysis, bytes } }: { readonly one: CustomerImport }): string {
  const { t } = useTranslation('customerImports');
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
  if (analysis === null) return size;
  return t('file', {
    size,
    encoding: analysis.encoding.toUpperCase(),
    delimiter: t(`delimiter.${analysis.delimiter}`),
  });
}

function WhyNot({ failure }: Pick<CustomerImport, 'failure'>): string {
  const { t } = useTranslation('customerImports');
  const why = t(`failure.${failure?.code ?? 'internal'}`);
  const line = failure?.line ?? null;
  return line === null ? why : t('failureLine', { why, line });
}
