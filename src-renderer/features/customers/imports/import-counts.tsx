import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerImport } from '../../../../backend/contract/customer-imports.ts';
import { isWorking } from './use-import.ts';

const taking = ['created', 'updated', 'skipped', 'refused', 'warned'] as const;
const undoing = ['undone', 'kept'] as const;

/** How far it is, and what came of the rows, or would. */
export function ImportCounts({ one: { state, counts } }: { readonly one: CustomerImport }): ReactElement {
  const { t } = useTranslation('customerImports');
  const shown = state === 'undoing' || state === 'undone' ? undoing : taking;
  return (
    <>
      {isWorking(state) && <Progress rows={counts.rows} total={counts.total} />}
      <dl className="flex flex-wrap gap-2">
        {shown.map((name) => (
          <div key={name} className="min-w-24 rounded-sm bg-surface-sunken px-3 py-1.5">
            <dt className="text-text-quiet text-xs">{t(`counts.${name}`)}</dt>
            <dd className="font-semibold text-lg">{counts[name].toLocaleString()}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

interface ProgressProps {
  readonly rows: number;
  readonly total: number | null;
}

function Progress({ rows, total }: ProgressProps): ReactElement {
  const { t } = useTranslation('customerImports');
  const words = total === null ? t('progressOpen', { rows }) : t('progress', { rows, total });
  return (
    <div className="flex items-center gap-3">
      <progress
        aria-label={t('progressLabel')}
        className="h-2 flex-1 accent-accent"
        {...(total !== null && { value: rows, max: Math.max(1, total) })}
      />
      <span className="text-sm text-text-quiet">{words}</span>
    </div>
  );
}
