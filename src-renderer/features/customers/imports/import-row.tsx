import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImportProblem, ImportRows } from '../../../../backend/contract/customer-imports.ts';

/** A problem of a row, or a row without one. */
interface ImportLine {
  readonly key: string;
  readonly row: ImportRows['rows'][number];
  readonly problem: ImportProblem | null;
}

export function linesOf(row: ImportLine['row']): readonly ImportLine[] {
  if (row.problems.length === 0) return [{ key: `${row.row}`, row, problem: null }];
  return row.problems.map((problem, at) => ({ key: `${row.row}-${at}`, row, problem }));
}

export const importRowColumns = [
  'grid grid-cols-[3.5rem_6rem_minmax(0,1fr)_minmax(0,1.4fr)] gap-3 px-4',
  '@2xl:grid-cols-[3.5rem_6rem_minmax(0,1fr)_8rem_minmax(0,1.6fr)]',
].join(' ');

interface ImportRowProps {
  readonly line: ImportLine;
  /** Of the columns, where the file has names for them. */
  readonly names: readonly string[];
}

export function ImportRow({ line: { row, problem }, names }: ImportRowProps): ReactElement {
  const { t } = useTranslation('customerImports');
  const column = problem?.column ?? null;
  const what = problem === null ? '' : t(`problem.${problem.code}`, { value: problem.value });
  return (
    <div className="@container h-full border-line-quiet border-b">
      <div className={`h-full items-center text-sm ${importRowColumns}`}>
        <span className="text-right text-text-quiet">{row.row}</span>
        <span className={row.outcome === 'refused' ? 'font-medium text-state-failed' : 'text-text-quiet'}>
          {t(`rows.outcomes.${row.outcome}`)}
        </span>
        {row.customerId === null ? (
          <span className="truncate">{row.company}</span>
        ) : (
          <Link
            href={`/customers/${row.customerId}`}
            className="inset-ring-focus truncate text-accent underline"
          >
            {row.company}
          </Link>
        )}
        <span className="hidden truncate text-text-quiet @2xl:block">
          {problem !== null &&
            (column === null
              ? t('rows.wholeRow')
              : (names[column] ?? t('mapping.column', { number: column + 1 })))}
        </span>
        <span className="truncate" title={what}>
          {what}
        </span>
      </div>
    </div>
  );
}
